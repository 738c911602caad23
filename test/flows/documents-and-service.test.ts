import { createHash } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, systemClock, type LocalDate } from "../../src/kernel/time.ts";
import { startCity, type TestCity } from "../city.ts";
import { decisionPdf } from "../fixtures/files/decision-pdf.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";

const ITEM = "administrative-penalty";
const ECOLOGY = "黄石市生态环境局";
const TODAY = systemClock.today();
const PDF = { "content-type": "application/pdf" };

let city: TestCity;
let reporter: Visitor;
let stranger: Visitor;
let operator: Visitor;
beforeAll(async () => {
  city = await startCity();
  reporter = await signedInAs(city, "reporter");
  stranger = await signedInAs(city, "reporter", "hs-water");
  operator = await signedInAs(city, "operator");
});
afterAll(() => city.stop());

const penalty = (serial: number, decided: LocalDate, severity = "一般"): Record<string, string> => ({
  subjectName: `示例送达${serial}有限公司（示例）`,
  uscc: inventedUscc(600 + serial),
  documentNumber: `黄示环罚〔2026〕${serial}号`,
  decisionDate: decided,
  sourceName: ECOLOGY,
  severity,
});

async function recordOf(serial: number): Promise<string> {
  const found = await sql<{ id: string }>`SELECT record_id AS id FROM mingxin.records
    WHERE document_number = ${`黄示环罚〔2026〕${serial}号`}`.execute(city.database.admin);
  return found.rows[0]?.id ?? "";
}

interface Clock {
  readonly state: string;
  readonly dueOn: string | null;
  readonly dueIfServedToday: string | null;
  readonly onTime: boolean | null;
  readonly excluded: string | null;
  readonly segments: readonly {
    readonly kind: string;
    readonly holder: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly statements: readonly { readonly servedOn: string | null; readonly document: number | null }[];
  readonly allowed: readonly string[];
}

const clockAs = async (visitor: Visitor, record: string): Promise<Clock> =>
  (await visitor.ask("GET", `/records/${record}/clock`)).body as Clock;

describe("a penalty that is not served", () => {
  const DECIDED = addDays(TODAY, -3);
  let record = "";
  beforeAll(async () => {
    const file = reportCsv(ITEM, [penalty(1, DECIDED)]);
    const { publication } = await city.report(ITEM, file, { unserved: "true" });
    if (publication["not-served"] !== 1) throw new Error(`not held: ${JSON.stringify(publication)}`);
    record = await recordOf(1);
  });

  test("is filed and held: no page, no search, no list shows it, and its body sees it among what is held, with its terms", async () => {
    expect((await city.get(`/api/v1/records/${record}`)).status).toBe(404);
    expect((await city.get(`/api/v1/records/${record}/clock`)).status).toBe(404);
    expect((await city.json<{ items: unknown[] }>(`/api/v1/publicity?item=${ITEM}&from=${DECIDED}`)).items).toEqual([]);
    const held = (await reporter.ask("GET", "/held-records")).body as { items: Record<string, unknown>[] };
    expect(held.items).toMatchObject([{ recordId: record, decisionDate: DECIDED, pausedSince: DECIDED, documents: 0 }]);
    expect(((await stranger.ask("GET", "/held-records")).body as { items: unknown[] }).items).toEqual([]);
    const clock = await clockAs(reporter, record);
    expect(clock).toMatchObject({ state: "paused", dueOn: null, excluded: "not-served", allowed: ["state-service"] });
    expect(clock.segments.map(({ kind }) => kind)).toEqual(["service"]);
    expect(clock.dueIfServedToday).not.toBeNull();
  });

  test("takes its decision as a document of its body: proved by content, kept byte for byte, superseded by a further one", async () => {
    const first = decisionPdf("first");
    const attach = (content: Buffer, kind = "decision") =>
      reporter.ask(
        "POST",
        `/records/${record}/documents?kind=${kind}&fileName=${encodeURIComponent("决定书.pdf")}`,
        content.toString("latin1"),
        PDF,
      );
    expect(await attach(first)).toMatchObject({ status: 201, body: { sequence: 1, pages: 1, current: true } });
    expect(await attach(first)).toMatchObject({ status: 200, body: { sequence: 1 } });
    expect(await attach(decisionPdf("second"))).toMatchObject({ status: 201, body: { sequence: 2 } });
    expect(await attach(decisionPdf("served"), "service-proof")).toMatchObject({ status: 201, body: { sequence: 3 } });
    const { items } = (await reporter.ask("GET", `/records/${record}/documents`)).body as {
      items: { current: boolean; sha256: string }[];
    };
    expect(items.map(({ current }) => current)).toEqual([false, true, true]);
    expect(items[0]?.sha256).toBe(createHash("sha256").update(first).digest("hex"));
    const file = await reporter.ask("GET", `/records/${record}/documents/1`);
    expect(file.body).toBe(first.toString("latin1"));
    expect(
      Object.fromEntries(
        ["content-type", "content-disposition", "x-content-type-options", "content-security-policy"].map((name) => [
          name,
          file.headers.get(name),
        ]),
      ),
    ).toEqual({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="document-1"; filename*=UTF-8''${encodeURIComponent("决定书.pdf")}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    expect(await operator.ask("GET", `/records/${record}/documents/1`)).toMatchObject({ status: 400 });
    expect(
      await operator.ask("GET", `/records/${record}/documents/1?purpose=${encodeURIComponent("抽查错报")}`),
    ).toMatchObject({ status: 200 });
    const trail = await sql<{
      action: string;
      n: number;
    }>`SELECT action, count(*)::integer AS n FROM mingxin.audit_entries
      WHERE target = ${record} AND action LIKE 'documents/%' GROUP BY 1 ORDER BY 1`.execute(city.database.admin);
    expect(trail.rows).toEqual([
      { action: "documents/attach-document", n: 3 },
      { action: "documents/list-documents", n: 1 },
      { action: "documents/read-document", n: 2 },
    ]);
  });

  test.each([
    ["a page named as a PDF", "<!doctype html>", 415],
    ["a PDF with a script", decisionPdf("/S /JavaScript").toString("latin1"), 422],
    ["a PDF with a ZIP behind it", `${decisionPdf("x").toString("latin1")}PK\u0005\u0006`, 422],
    ["nothing at all", "", 400],
    ["a film", "%PDF-1.4".padEnd(21 * 1024 ** 2, " "), 413],
  ])("refuses %s", async (_name, content, status) => {
    const answer = await reporter.ask("POST", `/records/${record}/documents`, content, PDF);
    expect(answer.status).toBe(status);
  });

  test("is a stranger's to neither see nor touch: another body's reporter is told that there is no such record", async () => {
    const pdf = decisionPdf("other").toString("latin1");
    const answers = await Promise.all([
      stranger.ask("POST", `/records/${record}/documents`, pdf, PDF),
      stranger.ask("GET", `/records/${record}/documents`),
      stranger.ask("GET", `/records/${record}/documents/1`),
      stranger.ask("GET", `/records/${record}/clock`),
      stranger.ask("POST", `/records/${record}/service`, { servedOn: TODAY }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  test("is public once its body names the day of service, and the days until then count for nobody", async () => {
    const state = (body: object) => reporter.ask("POST", `/records/${record}/service`, body);
    expect(await state({ servedOn: addDays(DECIDED, -1) })).toMatchObject({ status: 422 });
    expect(await state({ servedOn: addDays(TODAY, 1) })).toMatchObject({ status: 422 });
    expect(await state({ servedOn: null })).toMatchObject({ status: 422 });
    expect(await state({ servedOn: TODAY, document: 99 })).toMatchObject({ status: 404 });
    expect((await state({ servedOn: null, note: "公告送达中" })).body).toMatchObject({ state: "paused" });
    const stated = await state({ servedOn: TODAY, document: 3, note: "直接送达" });
    expect(stated).toMatchObject({ status: 200, body: { state: "public", onTime: true, excluded: null } });
    expect((await state({ servedOn: TODAY, document: 3, note: "直接送达" })).status).toBe(200);
    const clock = await clockAs(reporter, record);
    expect(clock.statements.map(({ servedOn, document }) => [servedOn, document])).toEqual([
      [null, null],
      [null, null],
      [TODAY, 3],
    ]);
    expect(clock.segments.map(({ holder }) => holder)).toEqual(["nobody"]);
    const due = await city.json<{ due: string }>(`/api/v1/deadline?from=${TODAY}`);
    expect(clock.dueOn).toBe(due.due);
    const shown = await city.json<Clock>(`/api/v1/records/${record}/clock`);
    expect(shown).toMatchObject({ state: "public", dueOn: due.due, statements: [], allowed: [] });
    expect((await city.get(`/api/v1/records/${record}/documents`)).status).toBe(401);
    const page = await city.get(`/records/${record}`, { headers: { accept: "text/html" } });
    expect(await page.text()).toContain(due.due);
  });

  test("is not taken off the register by one person, who says that it was not served after all", async () => {
    const isPublic = async (): Promise<boolean> => (await city.get(`/api/v1/records/${record}`)).status === 200;
    const again = { servedOn: null, note: "送达无效，重新送达" };
    expect(await reporter.ask("POST", `/records/${record}/service`, again)).toMatchObject({
      status: 409,
      body: { type: "/problems/publish/already-public" },
    });
    const changed = { ...penalty(1, DECIDED), violationFacts: "更正后的事实（示例）" };
    expect(await city.report(ITEM, reportCsv(ITEM, [changed]), { unserved: "true" })).toMatchObject({
      counts: { changed: 1 },
    });
    expect(await isPublic()).toBe(true);
    const attack = sql`UPDATE mingxin.publications SET unserved = true, hold = 'not-served', public_from = NULL
      WHERE record_id = ${record}::uuid`.execute(city.database.admin);
    await expect(attack).rejects.toThrow(/only a withdrawal/);
    expect(await isPublic()).toBe(true);
  });
});

test("papers, service and pauses stay with a record that moves to another subject", async () => {
  const [wrong, right] = [inventedUscc(651), inventedUscc(652)];
  await city.report(ITEM, reportCsv(ITEM, [penalty(51, addDays(TODAY, -2))]), { unserved: "true" });
  await city.report(ITEM, reportCsv(ITEM, [penalty(52, addDays(TODAY, -2))]));
  const record = await recordOf(51);
  const attached = decisionPdf("moves").toString("latin1");
  expect((await reporter.ask("POST", `/records/${record}/documents`, attached, PDF)).status).toBe(201);
  const before = await clockAs(reporter, record);
  const merged = await city.post(
    `/api/v1/subjects/${wrong}/merge?into=${right}&reason=${encodeURIComponent("同一主体")}`,
  );
  expect(merged.status).toBe(201);
  const { state, dueOn, statements, segments } = await clockAs(reporter, record);
  expect([state, dueOn, statements]).toEqual(["paused", null, before.statements]);
  expect(segments.map(({ kind }) => kind)).toEqual(["service"]);
  expect((await reporter.ask("GET", `/records/${record}/documents/1`)).body).toBe(attached);
  expect(await reporter.ask("POST", `/records/${record}/service`, { servedOn: TODAY })).toMatchObject({
    body: { state: "public", onTime: true },
  });
});

test("a row that waited for a judgement shows whose time that was: the platform's, after the department's", async () => {
  const row = { ...penalty(50, addDays(TODAY, -2)), uscc: "00000000000000000X" };
  expect((await city.report(ITEM, reportCsv(ITEM, [row]))).counts.review).toBe(1);
  const { items } = (await operator.ask("GET", "/reviews")).body as { items: { key: string }[] };
  const judged = { kind: "new-subject", reason: "核对营业执照" };
  const judgement = await operator.ask("POST", `/reviews/${items[0]?.key}/judgements`, judged);
  expect(judgement.status).toBe(201);
  const { state, segments } = await clockAs(reporter, await recordOf(50));
  expect(state).toBe("public");
  expect(segments.map(({ kind, holder }) => [kind, holder])).toEqual([
    ["reporting", "department"],
    ["filing", "platform"],
    ["review", "platform"],
  ]);
});

test("an annotated file that comes back stays unserved, though nobody says so anew", async () => {
  const bad = { ...penalty(61, addDays(TODAY, -2)), uscc: "坏代码" };
  const first = await city.report(ITEM, reportCsv(ITEM, [bad]), { unserved: "true" });
  const annotated = (await city.annotated(first)).toString("utf8");
  const second = await city.report(ITEM, annotated.replaceAll("坏代码", penalty(61, TODAY)["uscc"] ?? ""));
  expect(second).toMatchObject({ counts: { accepted: 1 }, repairs: first.batchId, unserved: true });
  expect(second.publication).toEqual({ "not-served": 1 });
});

test("figures equal the rows behind them over random histories: due, on time, held, and who held what for how long", async () => {
  const days = fc.integer({ min: 1, max: 45 });
  const story = fc.record({
    age: days,
    severity: fc.constantFrom("一般", "", "严重"),
    unserved: fc.boolean(),
    served: fc.option(days),
  });
  const stories = fc.sample(story, { numRuns: 40, seed: 20_261_125 });
  const rowOf = ({ age, severity }: (typeof stories)[number], at: number) =>
    penalty(100 + at, addDays(TODAY, -age), severity);
  const rows = stories.map((one, at) => ({ ...one, row: rowOf(one, at) }));
  for (const unserved of [true, false])
    await city.report(
      ITEM,
      reportCsv(
        ITEM,
        rows.filter((one) => one.unserved === unserved).map(({ row }) => row),
      ),
      { unserved: String(unserved) },
    );
  for (const [at, { age, served }] of stories.entries()) {
    if (served === null) continue;
    const servedOn = addDays(TODAY, -Math.min(age, served));
    expect((await reporter.ask("POST", `/records/${await recordOf(100 + at)}/service`, { servedOn })).status).toBe(200);
  }
  const { figures } = await city.json<{
    figures: readonly {
      month: string;
      item: string;
      sourceBody: string;
      due: number;
      onTime: number;
      excluded: Record<string, number>;
    }[];
  }>(`/api/v1/publicity/timeliness?item=${ITEM}`);
  const { items } = await city.json<{
    items: readonly {
      decisionDate: string;
      sourceBody: string;
      counted: boolean;
      onTime: boolean | null;
      excluded: string | null;
      segments: readonly { days: number; workdays: number; lateDays: number }[];
      totals: Record<string, { days: number; workdays: number; lateDays: number }>;
    }[];
  }>(`/api/v1/publicity/timeliness/decisions?item=${ITEM}&limit=1000`);
  expect(items.length).toBe(stories.length + 5);
  for (const figure of figures) {
    const behind = items.filter(
      (row) => row.decisionDate.startsWith(figure.month) && row.sourceBody === figure.sourceBody,
    );
    expect(behind.filter(({ counted }) => counted)).toHaveLength(figure.due);
    expect(behind.filter(({ onTime }) => onTime === true)).toHaveLength(figure.onTime);
    for (const [reason, count] of Object.entries(figure.excluded))
      expect(behind.filter(({ excluded }) => excluded === reason)).toHaveLength(count);
  }
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  for (const { segments, totals, onTime } of items) {
    for (const part of ["days", "workdays", "lateDays"] as const)
      expect(sum(segments.map((one) => one[part]))).toBe(sum(Object.values(totals).map((one) => one[part])));
    const isLate = sum(segments.map(({ lateDays }) => lateDays)) > 0;
    expect(onTime === null || isLate === !onTime).toBe(true);
  }
  expect(new Set(items.map(({ onTime }) => onTime)).size).toBe(3);
});
