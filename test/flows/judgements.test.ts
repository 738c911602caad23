import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

interface Review {
  readonly key: string;
  readonly reason: string;
  readonly subjectId: string | null;
}
interface Judgement {
  readonly judgementId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly undoneBy: string | null;
  readonly detail: { readonly counts?: Readonly<Record<string, number>>; readonly records?: readonly string[] };
}
interface Subject {
  readonly subjectId: string;
  readonly uscc: string | null;
  readonly name: string;
  readonly formerNames: readonly { readonly name: string; readonly until: string | null }[];
  readonly counts: Readonly<Record<string, number>>;
}

const LICENCE = "administrative-licence";
const REGISTRATION = "subject-registration";
/** How the standard writes that a party has no credit code. */
const NO_CODE = "00000000000000000X";
const asAdministrator = { asAdministrator: true };
const json = { "content-type": "application/json" };

const licence = (over: Readonly<Record<string, string>>): Promise<Receipt> =>
  city.report(LICENCE, reportCsv(LICENCE, [over]));
const registration = (over: Readonly<Record<string, string>>): Promise<Receipt> =>
  city.report(REGISTRATION, reportCsv(REGISTRATION, [over]));
const subject = (code: string): Promise<Subject> => city.json<Subject>(`/api/v1/subjects/${code}`);
const find = async (text: string): Promise<readonly { readonly name: string }[]> =>
  (await city.json<{ items: readonly { name: string }[] }>(`/api/v1/subjects?q=${encodeURIComponent(text)}`)).items;
const recordIds = async (code: string): Promise<string[]> =>
  (await city.json<{ items: readonly { recordId: string }[] }>(`/api/v1/subjects/${code}/records`)).items.map(
    (record) => record.recordId,
  );

async function newReview(known: ReadonlySet<string>): Promise<Review> {
  const { items } = await city.json<{ items: readonly Review[] }>("/api/v1/reviews", asAdministrator);
  const [review] = items.filter((one) => !known.has(one.key));
  if (!review) throw new Error("nothing waits");
  return review;
}

async function posted(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Judgement> {
  const response = await city.post(path, body === undefined ? undefined : JSON.stringify(body), {
    ...(body === undefined ? {} : json),
    ...headers,
  });
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const answer = (await response.json()) as Judgement | { judgement: Judgement };
  return "judgement" in answer ? answer.judgement : answer;
}

describe("names in time", () => {
  const uscc = inventedUscc(9001);
  const base = { uscc, approvalDate: "2016-05-12" };

  test("a renamed firm shows its new name and the former one until the approval of the change", async () => {
    await registration({ ...base, subjectName: "黄石丙示例有限公司" });
    await registration({ ...base, subjectName: "黄石乙示例有限公司", approvalDate: "2020-06-01" });
    expect(await subject(uscc)).toMatchObject({
      name: "黄石乙示例有限公司",
      formerNames: [{ name: "黄石丙示例有限公司", until: "2020-06-01" }],
    });
    expect(await find("黄石丙示例有限公司")).toMatchObject([
      { name: "黄石乙示例有限公司", matchedName: "黄石丙示例有限公司" },
    ]);
  });

  test("a name corrected as of the same approval day is gone from page and search", async () => {
    const code = inventedUscc(9002);
    await registration({ ...base, uscc: code, subjectName: "黄石误登示例有限公司" });
    await registration({ ...base, uscc: code, subjectName: "黄石正登示例有限公司" });
    expect(await subject(code)).toMatchObject({ name: "黄石正登示例有限公司", formerNames: [] });
    expect(await find("黄石误登示例")).toEqual([]);
    expect(await (await city.get(`/subjects/${code}`)).text()).not.toContain("误登");
  });

  test("a corrected report takes its name along, unless another record carries it still", async () => {
    const code = inventedUscc(9003);
    const one = { uscc: code, documentNumber: "黄示许〔2026〕901号" };
    await licence({ ...one, subjectName: "黄石示例更名公司甲有限公司" });
    await licence({ ...one, documentNumber: "黄示许〔2026〕902号", subjectName: "黄石市示例更名公司甲有限公司" });
    await licence({ ...one, documentNumber: "黄示许〔2026〕902号", subjectName: "黄石示例更名公司甲有限公司" });
    expect(await find("黄石市示例更名公司甲有限公司")).toEqual([]);
    expect((await find("黄石示例更名公司甲有限公司")).map(({ name }) => name)).toEqual(["黄石示例更名公司甲有限公司"]);
  });

  test("a name counts from the earliest day that carries it", async () => {
    const code = inventedUscc(9004);
    await licence({ uscc: code, documentNumber: "黄示许〔2026〕903号", subjectName: "黄石示例早晚有限公司" });
    await licence({
      uscc: code,
      documentNumber: "黄示许〔2019〕904号",
      subjectName: "黄石示例早晚有限公司",
      decisionDate: "2019-03-01",
      validFrom: "2019-03-01",
    });
    const found = await city.database.admin
      .selectFrom("subject_names")
      .select("valid_from")
      .where("name", "=", "黄石示例早晚有限公司")
      .execute();
    expect(found).toEqual([{ valid_from: "2019-03-01" }]);
  });
});

describe("a row without a credit code", () => {
  const uscc = inventedUscc(9010);
  const row = { uscc: NO_CODE, subjectName: "黄石示例凭号有限公司", organisationCode: uscc.slice(8, 17) };

  test("goes to the one firm with its organisation code and exactly its name, otherwise it waits", async () => {
    await registration({ uscc, subjectName: "黄石示例凭号有限公司" });
    expect((await licence({ ...row, documentNumber: "黄示许〔2026〕911号" })).counts).toMatchObject({ accepted: 1 });
    expect(
      (await licence({ ...row, documentNumber: "黄示许〔2026〕912号", subjectName: "黄石示例凭号有限责任公司" }))
        .counts,
    ).toMatchObject({ accepted: 0, review: 1 });
  });
});

describe("a judgement", () => {
  const uscc = inventedUscc(9020);
  const row = {
    uscc: NO_CODE,
    subjectName: "黄石示例待核厂",
    organisationCode: "",
    documentNumber: "黄示许〔2026〕921号",
  };
  let attached: Judgement;

  test("is proposed with explained candidates, filed, public, and the same to a repeated request", async () => {
    await registration({ uscc, subjectName: "黄石市示例待核厂" });
    const known = new Set(
      (await city.json<{ items: readonly Review[] }>("/api/v1/reviews", asAdministrator)).items.map((one) => one.key),
    );
    expect((await licence(row)).counts).toMatchObject({ review: 1 });
    const review = await newReview(known);
    expect(review).toMatchObject({ reason: "no-code" });
    const opened = await city.json<{ claim: { name: string } }>(`/api/v1/reviews/${review.key}`, asAdministrator);
    expect(opened.claim.name).toBe("黄石示例待核厂");
    const { items } = await city.json<{
      items: readonly { uscc: string; score: number; evidence: readonly { reason: string; words: { zh: string } }[] }[];
    }>(`/api/v1/reviews/${review.key}/candidates`, asAdministrator);
    expect(items[0]).toMatchObject({
      uscc,
      evidence: [{ reason: "name-written-otherwise" }, { reason: "region-agrees" }],
    });

    expect((await city.get(`/api/v1/reviews/${review.key}`)).status).toBe(401);
    const body = { kind: "attach", subject: uscc, reason: "与登记机关核对无误" };
    const once = { "idempotency-key": "judge-1" };
    attached = await posted(`/api/v1/reviews/${review.key}/judgements`, body, once);
    expect((await posted(`/api/v1/reviews/${review.key}/judgements`, body, once)).judgementId).toBe(
      attached.judgementId,
    );
    const other = await city.post(
      `/api/v1/reviews/${review.key}/judgements`,
      JSON.stringify({ ...body, reason: "另一理由" }),
      { ...json, ...once },
    );
    expect(other.status).toBe(409);
    expect((await subject(uscc)).counts).toMatchObject({ [LICENCE]: 1 });
    expect((await city.get(`/api/v1/reviews/${review.key}`, asAdministrator)).status).toBe(404);
  });

  test("is followed by the next file with the same claim, and teaches the subject no name", async () => {
    expect((await licence({ ...row, documentNumber: "黄示许〔2026〕922号" })).counts).toMatchObject({ accepted: 1 });
    expect(await subject(uscc)).toMatchObject({ name: "黄石市示例待核厂", formerNames: [] });
    expect((await subject(uscc)).counts).toMatchObject({ [LICENCE]: 2 });
  });

  test("that is undone takes back what followed it; the rows wait again and can be judged anew", async () => {
    const records = await recordIds(uscc);
    expect(records).toHaveLength(3);
    await posted(`/api/v1/judgements/${attached.judgementId}/undo?reason=${encodeURIComponent("判定有误")}`);
    expect((await subject(uscc)).counts).toEqual({ [REGISTRATION]: 1 });
    const answers = await Promise.all(records.map((record) => city.get(`/api/v1/records/${record}`)));
    expect(answers.map((answer) => String(answer.status)).toSorted()).toEqual(["200", "410", "410"]);
    expect(await answers.find((answer) => answer.status === 410)?.json()).toMatchObject({ reason: "rehomed" });
    const { items } = await city.json<{ items: readonly Review[] }>("/api/v1/reviews?reason=no-code", asAdministrator);
    const again = await city.post(`/api/v1/judgements/${attached.judgementId}/undo?reason=xx`);
    expect(again.status).toBe(409);
    expect((await licence({ ...row, documentNumber: "黄示许〔2026〕923号" })).counts).toMatchObject({ review: 1 });
    const keys = await Promise.all(
      items.map(async ({ key }) => ({
        key,
        ...(await city.json<{ claim: { documentNumber: string } }>(`/api/v1/reviews/${key}`, asAdministrator)).claim,
      })),
    );
    const waiting = keys.filter((one) => one.documentNumber.endsWith("921号") || one.documentNumber.endsWith("922号"));
    expect(waiting).toHaveLength(2);
    const anew = await posted(`/api/v1/reviews/${waiting[0]?.key ?? ""}/judgements`, {
      kind: "new-subject",
      reason: "确为另一主体",
    });
    expect(await subject(anew.subjectId)).toMatchObject({ name: "黄石示例待核厂", counts: { [LICENCE]: 1 } });
    expect((await find("黄石示例待核厂")).map(({ name }) => name)).toContain("黄石示例待核厂");
  });
});

describe("a merge", () => {
  const [wrong, right] = [inventedUscc(9030), inventedUscc(9031)];

  test("previews, moves all, leads the old address on, and is undone to the former state", async () => {
    await registration({ uscc: wrong, subjectName: "黄石示例重复有限公司" });
    await registration({ uscc: right, subjectName: "黄石示例本体有限公司" });
    await licence({ uscc: wrong, subjectName: "黄石示例重复有限公司", documentNumber: "黄示许〔2026〕931号" });
    const before = await subject(wrong);
    const [record = ""] = await recordIds(wrong);
    const was = await city.json<{ firstPublicAt: string; dueOn: string }>(`/api/v1/records/${record}`);
    const query = `into=${right}&reason=${encodeURIComponent("同一企业重复建档")}`;

    const preview = await city.post(`/api/v1/subjects/${wrong}/merge?${query}&preview=true`);
    expect(preview.status).toBe(200);
    const shown = (await preview.json()) as { preview: boolean; judgement: Judgement };
    expect(shown).toMatchObject({ preview: true, judgement: { detail: { counts: { records: 2, names: 1 } } } });
    expect(await subject(wrong)).toEqual(before);

    const merged = await posted(`/api/v1/subjects/${wrong}/merge?${query}`);
    expect(merged.detail.counts).toMatchObject({ records: 2, names: 1, identifiers: 2, "publication:public": 2 });
    for (const address of [wrong, before.subjectId]) {
      const answer = await city.get(`/api/v1/subjects/${address}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([308, `/api/v1/subjects/${right}`]);
      expect((await city.get(`/subjects/${address}`)).headers.get("location")).toBe(`/subjects/${right}`);
    }
    expect((await city.get(`/api/v1/subjects/${wrong}/records`)).status).toBe(308);
    expect((await subject(right)).counts).toEqual({ [LICENCE]: 1, [REGISTRATION]: 2 });
    const moved = await city.json<{ subjectId: string; changes: readonly { cause: string }[] }>(
      `/api/v1/records/${record}`,
    );
    expect(moved).toMatchObject({ firstPublicAt: was.firstPublicAt, dueOn: was.dueOn });
    expect(moved.changes.map((change) => change.cause)).toEqual(["first", "rehoming"]);
    expect(await (await city.get(`/records/${record}`)).text()).toContain("转归其他主体");
    expect(
      (await licence({ uscc: wrong, subjectName: "黄石示例重复有限公司", documentNumber: "黄示许〔2026〕932号" }))
        .counts,
    ).toMatchObject({ accepted: 1 });
    expect((await subject(right)).counts).toMatchObject({ [LICENCE]: 2 });

    await posted(`/api/v1/judgements/${merged.judgementId}/undo?reason=${encodeURIComponent("并入有误")}`);
    expect(await subject(wrong)).toEqual({ ...before, counts: { ...before.counts, [LICENCE]: 2 } });
    expect((await subject(right)).counts).toEqual({ [REGISTRATION]: 1 });
    expect(await find("黄石示例重复有限公司")).toHaveLength(1);
  });

  test("refuses a subject that is merged already, and an undo under a later merge", async () => {
    const codes = [9040, 9041, 9042].map(inventedUscc);
    for (const [at, uscc] of codes.entries())
      await registration({ uscc, subjectName: `黄石示例连环${"甲乙丙"[at] ?? ""}有限公司` });
    const [a = "", b = "", c = ""] = codes;
    const first = await posted(`/api/v1/subjects/${a}/merge?into=${b}&reason=xx`);
    const second = await posted(`/api/v1/subjects/${b}/merge?into=${c}&reason=xx`);
    expect((await city.get(`/api/v1/subjects/${a}`)).headers.get("location")).toBe(`/api/v1/subjects/${c}`);
    const early = await city.post(`/api/v1/judgements/${first.judgementId}/undo?reason=xx`);
    expect(early.status).toBe(409);
    await posted(`/api/v1/judgements/${second.judgementId}/undo?reason=xx`);
    expect((await city.get(`/api/v1/subjects/${a}`)).headers.get("location")).toBe(`/api/v1/subjects/${b}`);
    await posted(`/api/v1/judgements/${first.judgementId}/undo?reason=xx`);
    expect((await subject(a)).name).toBe("黄石示例连环甲有限公司");
    expect((await city.post(`/api/v1/subjects/${a}/merge?into=${a}&reason=xx`)).status).toBe(409);
    expect((await city.post(`/api/v1/subjects/${inventedUscc(1)}/merge?into=${a}&reason=xx`)).status).toBe(404);
  });
});

describe("a split", () => {
  test("gives records and a code to a new subject, and returns them when undone", async () => {
    const uscc = inventedUscc(9050);
    await registration({ uscc, subjectName: "黄石示例混档有限公司" });
    await licence({ uscc, subjectName: "黄石示例混档有限公司", documentNumber: "黄示许〔2026〕951号" });
    const before = await subject(uscc);
    const list = await city.json<{ items: readonly { recordId: string; item: string }[] }>(
      `/api/v1/subjects/${uscc}/records`,
    );
    const records = list.items.filter((record) => record.item === LICENCE).map((record) => record.recordId);
    const split = await posted(`/api/v1/subjects/${uscc}/split`, {
      records,
      names: ["黄石示例混档有限公司"],
      reason: "误归集",
    });
    expect((await subject(split.subjectId)).counts).toEqual({ [LICENCE]: 1 });
    expect(
      await (await city.post(`/api/v1/subjects/${uscc}/split`, JSON.stringify({ records, reason: "xx" }), json)).json(),
    ).toMatchObject({
      type: "/problems/subjects/nothing-to-move",
    });
    await posted(`/api/v1/judgements/${split.judgementId}/undo?reason=xx`);
    expect(await subject(uscc)).toEqual(before);
    expect((await city.get(`/api/v1/subjects/${split.subjectId}`)).status).toBe(404);
  });
});
