import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inScope } from "../../src/platform/db/scope.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";

const ITEM = "administrative-licence";
const NAME = "黄石市生态环境局";

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly fromText: string;
  readonly state: string;
  readonly place: string;
  readonly answer: string | null;
  readonly answerId: string | null;
  readonly waits: string | null;
}
interface Detail {
  readonly series: { readonly seriesId: string; readonly verdict: string; readonly example: string };
  readonly gaps: readonly Gap[];
  readonly allowed: readonly string[];
}

let city: TestCity;
let reporter: Visitor;
let reviewer: Visitor;
let operator: Visitor;
let elsewhere: Visitor;
beforeAll(async () => {
  city = await startCity();
  reporter = await signedInAs(city, "reporter");
  reviewer = await signedInAs(city, "reviewer");
  operator = await signedInAs(city, "operator");
  elsewhere = await signedInAs(city, "reporter", "hs-water");
  await report(["4", "6", "9-1", "9-2"], [1, 2, 3, 7, 8, 12, 13, 14]);
}, 60_000);
afterAll(() => city.stop());

/** Reports licences of March 2026, one number each. */
async function report(...numbers: readonly (readonly (string | number)[])[]): Promise<void> {
  const rows = numbers.flat().map((number, at) => ({
    uscc: inventedUscc(950_000 + Number.parseInt(String(number), 10) * 10 + (at % 10)),
    documentNumber: `黄环许〔2026〕${number}号`,
    decisionDate: `2026-03-${String(1 + Number.parseInt(String(number), 10)).padStart(2, "0")}`,
    validFrom: "2026-03-20",
    sourceName: NAME,
  }));
  const receipt = await city.report(ITEM, reportCsv(ITEM, rows));
  if (receipt.counts.rejected > 0) throw new Error(JSON.stringify(await city.errors(receipt)));
}

/** The body's one series, once the worker has read the numbers so that `isSo`. */
async function series(isSo: (detail: Detail) => boolean, who: Visitor = reporter): Promise<Detail> {
  for (;;) {
    const list = (await who.ask("GET", "/omissions/series")).body as { items: { seriesId: string }[] };
    const id = list.items[0]?.seriesId;
    const detail = id === undefined ? null : ((await who.ask("GET", `/omissions/series/${id}`)).body as Detail);
    if (detail && isSo(detail)) return detail;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const gapsOf = ({ gaps }: Detail) => gaps.map(({ from, to, state }) => [from, to, state]);
const counts = async () =>
  (await city.json<{ figures: readonly object[] }>("/api/v1/publicity/omissions?body=hs-ecology")).figures;

test("a series is proposed with its gaps; once the body has confirmed it, they are questions and counted in public", async () => {
  const proposed = await series(({ gaps }) => gaps.length > 0);
  expect(proposed).toMatchObject({ series: { verdict: "proposed" }, allowed: ["confirm", "set-aside"] });
  expect(gapsOf(proposed)).toEqual([
    [5, 5, "unexplained"],
    [10, 11, "unexplained"],
  ]);
  expect(proposed.gaps[1]?.fromText).toBe("黄环许〔2026〕10号");
  expect(await counts()).toEqual([]);
  const { seriesId } = proposed.series;
  const early = { year: 2026, from: 5, to: 5, answer: "skipped" };
  expect(await reporter.ask("POST", `/omissions/series/${seriesId}/answers`, early)).toMatchObject({ status: 409 });
  const confirm = { verdict: "confirmed", words: "本局许可文号" };
  expect(await elsewhere.ask("POST", `/omissions/series/${seriesId}/judgements`, confirm)).toMatchObject({
    status: 404,
  });
  expect(await reporter.ask("POST", `/omissions/series/${seriesId}/judgements`, confirm)).toMatchObject({
    status: 201,
  });
  expect(await counts()).toEqual([
    { item: ITEM, sourceBody: "hs-ecology", month: "2026-03", answered: 0, open: 0, unexplained: 3 },
  ]);
});

test("an answer is given for a range at once, taken back by a further one, and asked again when its time is over", async () => {
  const { series: own } = await series(() => true);
  const answer = (given: object) => reporter.ask("POST", `/omissions/series/${own.seriesId}/answers`, given);
  expect(await answer({ year: 2026, from: 10, to: 12, answer: "skipped" })).toMatchObject({
    status: 409,
    body: { type: "/problems/omissions/not-missing" },
  });
  const wanted = { year: 2026, from: 10, to: 11, answer: "not-served" };
  const atOnce = await Promise.all([answer(wanted), answer(wanted), answer(wanted)]);
  expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  const given = atOnce.find(({ status }) => status === 201);
  if (!given) throw new Error("none of the three was taken");
  expect(given).toMatchObject({ status: 201, body: { proposal: null } });
  expect(gapsOf(await series(() => true))).toEqual([
    [5, 5, "unexplained"],
    [10, 11, "answered"],
  ]);
  const { answerId } = given.body as { answerId: string };
  const undo = (who: Visitor) => who.ask("POST", `/omissions/answers/${answerId}/undo`, { reason: "已经送达" });
  expect((await undo(elsewhere)).status).toBe(404);
  const undone = await Promise.all([undo(reporter), undo(reporter), undo(reporter)]);
  expect(undone.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 404, 404]);
  expect(gapsOf(await series(() => true))[1]).toEqual([10, 11, "unexplained"]);
  const again = await answer({ year: 2026, from: 10, to: 10, answer: "not-served" });
  // As if the days had passed: the owner may, the application may not.
  await sql`ALTER TABLE mingxin.gap_answers DISABLE TRIGGER USER`.execute(city.database.admin);
  await sql`UPDATE mingxin.gap_answers SET ask_again_on = current_date - 1
    WHERE answer_id = ${(again.body as { answerId: string }).answerId}::uuid`.execute(city.database.admin);
  await sql`ALTER TABLE mingxin.gap_answers ENABLE TRIGGER USER`.execute(city.database.admin);
  expect(gapsOf(await series(() => true))[1]).toEqual([10, 11, "unexplained"]);
});

test("an answer that takes two waits for a reviewer, and neither its giver nor the credit office can pass it", async () => {
  const { series: own } = await series(() => true);
  const answer = (given: object) => reporter.ask("POST", `/omissions/series/${own.seriesId}/answers`, given);
  const secret = { year: 2026, from: 5, to: 5, answer: "secret" };
  expect(await answer(secret)).toMatchObject({ status: 400, body: { type: "/problems/omissions/words-needed" } });
  const { status, body } = await answer({ ...secret, words: "按保密审查意见不公开" });
  const { proposal } = body as { proposal: { proceedingId: string; allowed: string[] } };
  expect([status, proposal.allowed]).toEqual([201, ["take-back"]]);
  expect(await answer({ ...secret, words: "再次说明" })).toMatchObject({
    status: 409,
    body: { type: "/problems/omissions/waits-already" },
  });
  const waiting = await series(() => true);
  expect(waiting.gaps[0]).toMatchObject({ state: "unexplained", waits: proposal.proceedingId });
  const approve = (who: Visitor) =>
    who.ask("POST", `/omissions/proposals/${proposal.proceedingId}/approve`, { reason: "已核对" });
  expect([
    (await approve(reporter)).status,
    (await approve(operator)).status,
    (await approve(elsewhere)).status,
  ]).toEqual([403, 404, 404]);
  expect((await approve(reviewer)).status).toBe(200);
  expect((await series(() => true)).gaps[0]).toMatchObject({ state: "answered", answer: "secret", waits: null });
});

test("a question closes by itself when the record arrives, and an answer that waits can then only be refused", async () => {
  const { series: own } = await series(() => true);
  const secret = { year: 2026, from: 10, to: 10, answer: "secret", words: "按保密审查意见不公开" };
  const given = await reporter.ask("POST", `/omissions/series/${own.seriesId}/answers`, secret);
  const { proposal } = given.body as { proposal: { proceedingId: string } };
  await report([10]);
  const closed = await series(({ gaps }) => gaps.every(({ from }) => from !== 10));
  expect(gapsOf(closed)).toEqual([
    [5, 5, "answered"],
    [11, 11, "unexplained"],
  ]);
  const decide = (act: string) =>
    reviewer.ask("POST", `/omissions/proposals/${proposal.proceedingId}/${act}`, { reason: "已经报送" });
  expect(await decide("approve")).toMatchObject({ status: 409, body: { type: "/problems/omissions/not-missing" } });
  expect(await decide("refuse")).toMatchObject({ status: 200, body: { state: "refused" } });
});

test("a signed count asks for what lies after the last number on file, and is compared with it", async () => {
  const stated = { item: ITEM, month: "2026-03", decisions: 16, highest: ["黄环许〔2026〕16号"] };
  expect(await operator.ask("POST", "/omissions/counts", stated)).toMatchObject({ status: 403 });
  const { body } = await reporter.ask("POST", "/omissions/counts", stated);
  const { proceedingId } = body as { proceedingId: string };
  const sign = { reason: "与登记簿一致" };
  expect(await reviewer.ask("POST", `/omissions/proposals/${proceedingId}/approve`, sign)).toMatchObject({
    status: 200,
  });
  expect((await series(() => true)).gaps.at(-1)).toMatchObject({ from: 15, to: 16, place: "attested" });
  const { body: months } = await reporter.ask("GET", "/omissions/months");
  const march = (months as { items: { month: string }[] }).items.find(({ month }) => month === "2026-03");
  expect(march).toMatchObject({ onFile: 13, stated: 16, difference: 3 });
  const late = await reporter.ask("POST", "/omissions/counts", { ...stated, month: "2099-01" });
  expect(late).toMatchObject({ status: 400, body: { type: "/problems/omissions/month-not-over" } });
});

test("a series is set aside only by two, and then nobody is asked about it in public", async () => {
  const { series: own } = await series(() => true);
  const path = `/omissions/series/${own.seriesId}/judgements`;
  const set = await operator.ask("POST", path, { verdict: "no-series", words: "疑为许可证编号" });
  expect(set).toMatchObject({ status: 201, body: { verdict: "proposed" } });
  const { proposal } = set.body as { proposal: { proceedingId: string } };
  expect(await counts()).not.toEqual([]);
  const refuse = { reason: "是本局文号" };
  expect(await reviewer.ask("POST", `/omissions/proposals/${proposal.proceedingId}/refuse`, refuse)).toMatchObject({
    status: 200,
  });
  expect((await series(() => true)).series.verdict).toBe("confirmed");
});

interface Figure {
  readonly rate: string;
  readonly numerator: number;
  readonly denominator: number;
}

test("another body sees nothing of it, the credit office all, and each look stands in the trail", async () => {
  expect((await elsewhere.ask("GET", "/omissions/series")).body).toEqual({ items: [] });
  expect((await elsewhere.ask("GET", "/omissions")).body).toEqual({ items: [] });
  const { series: own } = await series(() => true, operator);
  expect(await elsewhere.ask("GET", `/omissions/series/${own.seriesId}`)).toMatchObject({ status: 404 });
  const { body } = await operator.ask("GET", "/omissions");
  expect(body).toMatchObject({ items: [{ body: "hs-ecology", confirmed: 1, unexplained: 3, answered: 1 }] });
  // The league's omission rate: what is unexplained, of all numbers that the sequence calls for.
  const { body: league } = await operator.ask("GET", `/figures?body=hs-ecology&item=${ITEM}&from=2026-01&to=2026-12`);
  const omission = (league as { figures: Figure[] }).figures.filter(({ rate }) => rate === "omission");
  const unexplained = omission.reduce((sum, { numerator }) => sum + numerator, 0);
  expect(unexplained).toBe(3);
  expect(omission.every(({ numerator, denominator }) => denominator > numerator)).toBe(true);
  expect((await elsewhere.ask("GET", "/figures")).body).not.toMatchObject({ figures: [{ rate: "omission" }] });
  const trail = await sql<{ action: string }>`SELECT DISTINCT action FROM mingxin.audit_entries
    WHERE action LIKE 'omissions/%'`.execute(city.database.admin);
  expect(trail.rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      "omissions/answer",
      "omissions/confirm-series",
      "omissions/read-series",
      "omissions/undo-answer",
    ]),
  );
});

test("the public reads counts and no number; the database refuses to forget or to sign alone", async () => {
  const text = await (await city.get("/api/v1/publicity/omissions")).text();
  expect(text).not.toContain("〔");
  await expect(sql`SELECT number FROM mingxin.missing_numbers`.execute(city.database.publicRead)).rejects.toThrow(
    /permission denied/,
  );
  const attempt = (statement: string) => inScope(city.database.app, (tx) => sql.raw(statement).execute(tx));
  for (const table of ["gap_answers", "series_judgements", "count_attestations"]) {
    await expect(attempt(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    await expect(attempt(`UPDATE ${table} SET at = now()`)).rejects.toThrow(/permission denied/);
  }
  await expect(
    attempt(`INSERT INTO gap_answers SELECT gen_random_uuid(), series_id, body, 2026, 11, 11, 'void', '2026-1', true, 'x', 'me',
      'me', now() FROM number_series`),
  ).rejects.toThrow(/gap_answers_four_eyes/);
  await expect(
    attempt(`INSERT INTO count_attestations VALUES (gen_random_uuid(), 'hs-ecology', '${ITEM}', '2026-01-01', 1, '{}', 'x', 'me',
      'me', now())`),
  ).rejects.toThrow(/count_attestations_four_eyes/);
  await expect(
    attempt(`INSERT INTO series_judgements SELECT gen_random_uuid(), series_id, body, 'no-series', 'x', 'me', 'me', now()
      FROM number_series`),
  ).rejects.toThrow(/series_judgements_four_eyes/);
  const seen = await city.database.app.transaction().execute((tx) => sql`SELECT FROM missing_states`.execute(tx));
  expect(seen.rows).toEqual([]);
});
