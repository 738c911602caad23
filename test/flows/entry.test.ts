import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, systemClock } from "../../src/kernel/time.ts";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedIdentityNumber, inventedUscc, reportCsv, reportTable } from "../fixtures/report-files.ts";
import { signedInAs, type Answer, type Visitor } from "../fixtures/signed-in.ts";

const LICENCE = "administrative-licence";
const PENALTY = "administrative-penalty";
const BODY = { sourceName: "黄石市生态环境局" };

let city: TestCity;
let reporter: Visitor;
let reviewer: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  city = await startCity();
  reporter = await signedInAs(city, "reporter");
  reviewer = await signedInAs(city, "reviewer");
  stranger = await signedInAs(city, "reviewer", "hs-water");
});
afterAll(() => city.stop());

type Cells = Readonly<Record<string, string>>;

/** A row by field key, as the form sends it. */
function cellsOf(item: string, over: Cells): Record<string, string> {
  const [titles = [], row = []] = reportTable(item, [{ ...BODY, ...over }]);
  const keys = form.get(item) ?? [];
  const cells = keys.map((key, at) => [key, titles[at] === undefined ? "" : (row[at] ?? "")] as const);
  return Object.fromEntries(cells);
}
const form = new Map<string, readonly string[]>();
beforeAll(async () => {
  for (const item of [LICENCE, PENALTY]) {
    const { fields } = await city.json<{ fields: readonly { key: string }[] }>(`/api/v1/catalogue/${item}`);
    form.set(
      item,
      fields.map(({ key }) => key),
    );
  }
});

async function report(item: string, rows: readonly Cells[]): Promise<Receipt> {
  const file = reportCsv(
    item,
    rows.map((row) => ({ ...BODY, ...row })),
  );
  return city.report(item, file, { body: "hs-ecology", attest: "true" });
}

async function recordOf(documentNumber: string): Promise<string> {
  const found = await reporter.ask("GET", `/filed-records?q=${encodeURIComponent(documentNumber)}`);
  return (found.body as { items: { recordId: string }[] }).items[0]?.recordId ?? "";
}

const trial = (item: string, cells: Cells, by = reporter): Promise<Answer> =>
  by.ask("POST", `/trials?item=${item}`, { cells });
const correct = (record: string, body: object, by = reporter): Promise<Answer> =>
  by.ask("POST", `/records/${record}/corrections`, {
    baseVersion: 1,
    ground: "clerical-error",
    reason: "录入时看错一行",
    ...body,
  });
const act = (proposed: Answer, name: string, by: Visitor): Promise<Answer> =>
  by.ask("POST", `/amendments/${(proposed.body as { proceedingId: string }).proceedingId}/${name}`, {
    reason: "已与决定书核对",
  });

test("a row is tried as intake would decide it: new, a duplicate of what is on file, wrong with a proposal", async () => {
  const row = {
    uscc: inventedUscc(7001),
    subjectName: "示例录入有限公司（示例）",
    documentNumber: "黄示许〔2026〕7001号",
  };
  const cells = cellsOf(LICENCE, row);
  expect(await trial(LICENCE, cells)).toMatchObject({
    status: 200,
    body: {
      ok: true,
      outcome: "new",
      record: null,
      subject: { kind: "new" },
      publication: { term: { workingDays: 7 } },
    },
  });
  await report(LICENCE, [row]);
  const record = await recordOf("黄示许〔2026〕7001号");
  expect(await trial(LICENCE, cells)).toMatchObject({
    body: { outcome: "duplicate", record, subject: { kind: "known", name: row.subjectName } },
  });
  expect(await trial(LICENCE, { ...cells, content: "另一内容（示例）" })).toMatchObject({
    body: { outcome: "changed", record, changedFields: ["content"] },
  });
  const wrongEnd = `${row.uscc.slice(0, 17)}${row.uscc.endsWith("A") ? "B" : "A"}`;
  const { body } = await trial(LICENCE, { ...cells, uscc: wrongEnd });
  const { findings } = body as { findings: readonly { field: string; proposals: readonly string[] }[] };
  expect(body).toMatchObject({ ok: false, outcome: null });
  expect(findings.find(({ field }) => field === "uscc")?.proposals).toContain(row.uscc);
  expect(await trial(LICENCE, { ...cells, nothing: "x" })).toMatchObject({ status: 400 });
  expect(await trial(LICENCE, cells, reviewer)).toMatchObject({ status: 403 });
});

test("a row on a natural person is told to wait, and its identity number is nowhere afterwards", async () => {
  const number = inventedIdentityNumber(71);
  const person = { subjectName: "示例某", subjectCategory: "自然人", uscc: "", legalRepresentative: "" };
  const cells = cellsOf(LICENCE, { ...person, personDocumentType: "身份证", personDocumentNumber: number });
  const answer = await trial(LICENCE, cells);
  expect(answer).toMatchObject({ status: 200, body: { outcome: "waiting", subject: { kind: "person" } } });
  expect(JSON.stringify(answer.body)).not.toContain(number);
  const kept = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM mingxin.audit_entries
    WHERE detail::text LIKE ${`%${number}%`} OR target LIKE ${`%${number}%`}`.execute(city.database.admin);
  expect(kept.rows[0]?.count).toBe(0);
});

test("a corrected number and day leave the same record, known under both keys; the old file does not bring the mistake back", async () => {
  const wrong = { uscc: inventedUscc(7002), documentNumber: "黄示许〔2026〕7020号", decisionDate: "2026-03-02" };
  const right = { ...wrong, documentNumber: "黄示许〔2026〕7002号", decisionDate: "2026-03-03" };
  await report(LICENCE, [wrong, { ...wrong, documentNumber: "黄示许〔2026〕7003号" }]);
  const record = await recordOf(wrong.documentNumber);
  const cells = { documentNumber: right.documentNumber, decisionDate: right.decisionDate };

  expect(await correct(record, { cells }, stranger)).toMatchObject({ status: 404 });
  expect(await correct(record, { cells: { documentNumber: "" } })).toMatchObject({
    status: 422,
    body: { type: "/problems/entry/row-refused", errors: [{ pointer: "body#/cells/documentNumber" }] },
  });
  expect(await correct(record, { cells: { documentNumber: "黄示许〔2026〕7003号" } })).toMatchObject({
    status: 409,
    body: { type: "/problems/records/key-taken" },
  });
  expect(await correct(record, { cells: { uscc: inventedUscc(7999) } })).toMatchObject({
    body: { type: "/problems/entry/other-party" },
  });
  const atOnce = await Promise.all([correct(record, { cells }), correct(record, { cells })]);
  expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
  const proposed = atOnce.find(({ status }) => status === 202);
  if (!proposed) throw new Error("neither of the two was taken");
  expect(proposed).toMatchObject({ status: 202, body: { state: "proposed", allowed: ["take-back"] } });
  expect(await correct(record, { cells })).toMatchObject({ body: { type: "/problems/entry/already-proposed" } });

  const path = `/amendments/${(proposed.body as { proceedingId: string }).proceedingId}`;
  expect(proposed.headers.get("location")).toBe(`/api/v1${path}`);
  expect(await reviewer.ask("GET", path)).toMatchObject({
    body: {
      newKey: true,
      allowed: ["approve", "refuse"],
      changes: [
        { field: "documentNumber", before: { zh: wrong.documentNumber }, after: { zh: right.documentNumber } },
        { field: "decisionDate", before: { zh: "2026-03-02" }, after: { zh: "2026-03-03" } },
      ],
    },
  });
  expect(await stranger.ask("GET", path)).toMatchObject({ status: 404 });
  expect(await act(proposed, "approve", stranger)).toMatchObject({ status: 404 });
  expect(await act(proposed, "approve", reporter)).toMatchObject({ status: 403 });
  expect((await city.json<{ version: number }>(`/api/v1/records/${record}`)).version).toBe(1);
  expect(await reviewer.ask("GET", "/amendments/count")).toMatchObject({ body: { waiting: 1, byOthers: 1 } });
  expect(await act(proposed, "approve", reviewer)).toMatchObject({ status: 200, body: { state: "approved" } });

  expect(await city.json(`/api/v1/records/${record}`)).toMatchObject({
    version: 2,
    documentNumber: right.documentNumber,
    decisionDate: "2026-03-03",
    changes: [{ cause: "first" }, { cause: "correction", ground: "clerical-error" }],
  });
  expect(await (await city.get(`/records/${record}`)).text()).toContain("更正（报送笔误）");
  const old = await report(LICENCE, [wrong]);
  expect(old.counts).toMatchObject({ duplicates: 1, changed: 0, accepted: 0 });
  expect((await city.errors(old)).causes.map(({ code }) => code)).toContain("corrected-since");
  expect((await report(LICENCE, [right])).counts).toMatchObject({ duplicates: 1, accepted: 0 });
  expect((await city.json<{ version: number }>(`/api/v1/records/${record}`)).version).toBe(2);
});

test("a proposal on a version that has moved is not approved, and can be refused", async () => {
  const row = { uscc: inventedUscc(7004), documentNumber: "黄示许〔2026〕7004号" };
  await report(LICENCE, [row]);
  const record = await recordOf(row.documentNumber);
  const proposed = await correct(record, { cells: { content: "更正后的内容（示例）" } });
  await report(LICENCE, [{ ...row, content: "文件带来的内容（示例）" }]);
  expect(await act(proposed, "approve", reviewer)).toMatchObject({
    status: 409,
    body: { type: "/problems/entry/stale" },
  });
  expect(await act(proposed, "refuse", reviewer)).toMatchObject({ status: 200, body: { state: "refused" } });
  expect(await correct(record, { cells: { content: "再次更正（示例）" } })).toMatchObject({ status: 409 });
  const again = await correct(record, { cells: { content: "再次更正（示例）" }, baseVersion: 2 });
  expect(await act(again, "take-back", reporter)).toMatchObject({ status: 200, body: { state: "taken-back" } });
});

test("a penalty that was revoked is withdrawn in two steps, within three working days of the change", async () => {
  const decisionDate = addDays(systemClock.today(), -20);
  const row = {
    uscc: inventedUscc(7005),
    documentNumber: "黄示罚〔2026〕7005号",
    severity: "一般",
    decisionDate,
    publicityEnd: "",
  };
  await report(PENALTY, [row]);
  const record = await recordOf(row.documentNumber);
  const withdraw = (over: object): Promise<Answer> =>
    reporter.ask("POST", `/records/${record}/withdrawal`, { ground: "revoked", reason: "复议决定撤销", ...over });
  expect(await withdraw({})).toMatchObject({ body: { type: "/problems/entry/day-of-change-needed" } });
  expect(await withdraw({ changedOn: addDays(systemClock.today(), 1) })).toMatchObject({ status: 400 });
  expect(await withdraw({ ground: "clerical-error" })).toMatchObject({
    body: { type: "/problems/entry/unknown-ground" },
  });
  const changedOn = addDays(systemClock.today(), -1);
  const proposed = await withdraw({ changedOn });
  expect(proposed).toMatchObject({ status: 202, body: { kind: "withdrawal", changedOn } });
  const { proceedingId } = proposed.body as { proceedingId: string };
  const { body } = await reviewer.ask("GET", `/amendments/${proceedingId}`);
  expect(body).toMatchObject({ term: { workingDays: 3, from: changedOn } });
  expect((body as { dueOn: string; term: { due: string } }).dueOn).toBe((body as { term: { due: string } }).term.due);
  expect((await city.get(`/api/v1/records/${record}`)).status).toBe(200);
  expect(await act(proposed, "approve", reviewer)).toMatchObject({ status: 200 });
  expect((await city.get(`/api/v1/records/${record}`)).status).toBe(410);
  expect(await reporter.ask("GET", `/filed-records/${record}`)).toMatchObject({
    body: { state: "withdrawn", allowed: [], versions: [{ version: 1 }, { cause: "withdrawal", ground: "revoked" }] },
  });
});

test("rows typed at the desk are a batch of their own kind", async () => {
  const line = JSON.stringify(cellsOf(LICENCE, { uscc: inventedUscc(7006), documentNumber: "黄示许〔2026〕7006号" }));
  const sent = await reporter.ask("POST", `/batches?item=${LICENCE}&channel=form`, `${line}\n`, {
    "content-type": "application/x-ndjson",
  });
  expect(sent).toMatchObject({ status: 202, body: { channel: "form" } });
});
