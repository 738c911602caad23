import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freezeDueMonths } from "#figures";
import { openRuntime } from "../../src/app/runtime.ts";
import { addMonths, fixedClock, parseInstant, systemClock, type Clock } from "../../src/kernel/time.ts";
import { readConfig } from "../../src/platform/config.ts";
import { digestOfRows, verifyStatement } from "../../src/verify/figure-statement.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";

const LICENCE = "administrative-licence";
const PENALTY = "administrative-penalty";
const BODIES = [
  ["hs-ecology", "黄石市生态环境局"],
  ["hs-water", "黄石市水利和湖泊局"],
] as const;
const TODAY = systemClock.today();
const THIS_MONTH = TODAY.slice(0, 7);
const LAST_MONTH = addMonths(TODAY, -1).slice(0, 7);

interface Parts {
  readonly rate: string;
  readonly body: string | null;
  readonly item: string;
  readonly month: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly apart: Readonly<Record<string, number>>;
}
interface League {
  readonly rates: readonly { readonly rate: string; readonly source: boolean; readonly seen: string }[];
  readonly figures: readonly Parts[];
}
interface Statement {
  readonly statementId: string;
  readonly month: string;
  readonly number: number;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly content: {
    readonly figures: readonly (Parts & { readonly rows: string })[];
    readonly supersedes: { readonly digest: string } | null;
    readonly disputes: readonly string[];
  };
  readonly digest: string;
  readonly disputed: readonly { readonly body: string; readonly rate: string }[];
}
interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

let city: TestCity;
let ecology: Visitor;
let water: Visitor;
let supervisor: Visitor;
beforeAll(async () => {
  city = await startCity();
  [ecology, water] = [await signedInAs(city, "reviewer", "hs-ecology"), await signedInAs(city, "reviewer", "hs-water")];
  supervisor = await signedInAs(city, "supervisor", "hs-credit-centre");
  for (const [body, name] of BODIES) {
    const rows = [false, true].map((bad) => row(LICENCE, name, { bad, day: 7 }));
    await city.report(LICENCE, reportCsv(LICENCE, rows), { body });
  }
}, 60_000);
afterAll(() => city.stop());

let serial = 0;
/** A licence or penalty of a body; a bad one has a day of decision that is none. */
function row(item: string, name: string, { bad, day }: { readonly bad: boolean; readonly day: number }) {
  serial += 1;
  return {
    subjectName: `示例指标${serial}有限公司（示例）`,
    uscc: inventedUscc(400_000 + serial),
    documentNumber: `黄示${item === LICENCE ? "许" : "罚"}〔2026〕8${serial}号`,
    decisionDate: bad ? "某日" : `${LAST_MONTH}-${String(day).padStart(2, "0")}`,
    sourceName: name,
    ...(item === PENALTY ? { severity: "一般" } : {}),
  };
}

const league = async (visitor: Visitor, query = ""): Promise<League> => {
  const { status, body } = await visitor.ask("GET", `/figures${query}`);
  if (status !== 200) throw new Error(`figures: ${status} ${JSON.stringify(body)}`);
  return body as League;
};

/** All rows of a list, page by page. */
async function all<Row>(visitor: Visitor, path: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor = "";
  for (;;) {
    const { body } = await visitor.ask("GET", `${path}${cursor}`);
    const page = body as Page<Row>;
    rows.push(...page.items);
    if (page.next === null) return rows;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

const file = fc.record({
  item: fc.constantFrom(LICENCE, PENALTY),
  body: fc.constantFrom(...BODIES),
  rows: fc.array(fc.record({ bad: fc.boolean(), day: fc.integer({ min: 1, max: 28 }) }), {
    minLength: 1,
    maxLength: 6,
  }),
  twice: fc.boolean(),
});

const partsOfAll = async () =>
  (await league(supervisor)).figures.map(({ numerator, denominator }) => [numerator, denominator]);

/** Numerator and denominator as the list behind a figure gives them. */
async function partsBehind({ rate, body, item, month }: Parts): Promise<Pick<Parts, "numerator" | "denominator">> {
  const scope = `item=${item}&body=${body}`;
  if (rate === "compliance") {
    const months = `from=${month}&to=${month}`;
    const batches = await all<Parts>(supervisor, `/figures/compliance/batches?${scope}&${months}&limit=2`);
    const sum = (part: "numerator" | "denominator"): number => batches.reduce((total, one) => total + one[part], 0);
    return { numerator: sum("numerator"), denominator: sum("denominator") };
  }
  const days = `from=${month}-01&to=${month}-28`;
  const decisions = await all<{ counted: boolean; onTime: boolean | null }>(
    supervisor,
    `/publicity/timeliness/decisions?${scope}&${days}&limit=3`,
  );
  return {
    numerator: decisions.filter(({ onTime }) => onTime).length,
    denominator: decisions.filter(({ counted }) => counted).length,
  };
}

test("over random files every figure equals the rows behind it, and sending a file again moves no figure", async () => {
  await fc.assert(
    fc.asyncProperty(file, async ({ item, body: [body, name], rows, twice }) => {
      const csv = reportCsv(
        item,
        rows.map((one) => row(item, name, one)),
      );
      const bad = rows.filter((one) => one.bad).length;
      expect((await city.report(item, csv, { body })).counts).toMatchObject({
        accepted: rows.length - bad,
        rejected: bad,
      });
      if (!twice || bad > 0) return;
      const before = await partsOfAll();
      await city.report(item, csv, { body });
      expect(await partsOfAll()).toEqual(before);
    }),
    { numRuns: 8 },
  );
  const { figures } = await league(supervisor);
  expect(figures.length).toBeGreaterThanOrEqual(4);
  const behind = [];
  for (const figure of figures) behind.push({ ...figure, ...(await partsBehind(figure)) });
  expect(behind).toEqual(figures);
}, 60_000);

test("rows of a batch that failed can be seen one by one, as many as the figure says", async () => {
  const batches = await all<{ batchId: string; numerator: number; denominator: number }>(
    supervisor,
    `/figures/compliance/batches?from=${THIS_MONTH}&to=${THIS_MONTH}`,
  );
  const failed = batches.filter(({ numerator, denominator }) => denominator > numerator);
  expect(failed.length).toBeGreaterThan(0);
  for (const { batchId, numerator, denominator } of failed) {
    const { body } = await supervisor.ask("GET", `/batches/${batchId}/errors?limit=1000`);
    const { errors } = body as { errors: readonly { row: number; severity: string }[] };
    const rows = new Set(errors.filter(({ severity }) => severity === "error").map((one) => one.row));
    expect(rows.size).toBe(denominator - numerator);
  }
});

test("a body sees the compliance of its own only, everybody's timeliness, and no figure of a rate without a source", async () => {
  const { figures, rates } = await league(ecology);
  const bodiesOf = (rate: string): (string | null)[] => [
    ...new Set(figures.filter((figure) => figure.rate === rate).map(({ body }) => body)),
  ];
  expect(bodiesOf("compliance")).toEqual(["hs-ecology"]);
  expect(new Set(bodiesOf("timeliness"))).toEqual(new Set(["hs-ecology", "hs-water"]));
  const told = Object.fromEntries(rates.map(({ rate, source, seen }) => [rate, [source, seen]]));
  expect(told).toMatchObject({ compliance: [true, "own"], timeliness: [true, "all"] });
  const sourceless = rates.filter(({ source }) => !source).map(({ rate }) => rate);
  expect(figures.filter(({ rate }) => sourceless.includes(rate))).toEqual([]);
  const clerk = await signedInAs(city, "counter-clerk");
  expect(new Set((await league(clerk)).figures.map(({ rate }) => rate))).toEqual(new Set(["timeliness"]));
});

test("the days of the calendar add up to the decisions of the list, by day of decision and of publication", async () => {
  for (const by of ["decision", "publication"]) {
    const range = by === "decision" ? `from=${LAST_MONTH}-01&to=${LAST_MONTH}-28` : `from=${TODAY}&to=${TODAY}`;
    const { days } = await city.json<{ days: readonly Readonly<Record<string, number>>[] }>(
      `/api/v1/publicity/timeliness/days?by=${by}&${range}`,
    );
    const sum = (part: string): number => days.reduce((total, day) => total + (day[part] ?? 0), 0);
    const decisions = await all<{ onTime: boolean | null }>(
      supervisor,
      `/publicity/timeliness/decisions?from=${LAST_MONTH}-01&to=${LAST_MONTH}-28`,
    );
    const counted = [true, false, null].map((onTime) => decisions.filter((one) => one.onTime === onTime).length);
    expect(["decisions", "onTime", "late", "open"].map(sum)).toEqual([decisions.length, ...counted]);
  }
  expect((await city.get("/api/v1/publicity/timeliness/days?from=2020-01-01")).status).toBe(400);
});

/** Freezes what is due by a moment, as the worker does. */
async function freezeAt(clock: Clock): Promise<readonly string[]> {
  const config = readConfig({ MINGXIN_DATA: city.dataDirectory, MINGXIN_SAMPLE: "0", LOG_LEVEL: "fatal" });
  const runtime = await openRuntime(config, city.database.urls, clock);
  try {
    return await freezeDueMonths(runtime.figures);
  } finally {
    await runtime.close();
  }
}

const noonOf = (day: string): Clock => {
  const moment = parseInstant(`${day}T12:00:00+08:00`);
  if (!moment) throw new Error(day);
  return fixedClock(moment);
};

async function newest(): Promise<Statement> {
  const { items } = await city.json<Page<{ statementId: string }>>("/api/v1/figures/statements");
  return city.json<Statement>(`/api/v1/figures/statements/${items[0]?.statementId}`);
}

const NEXT_MONTH = addMonths(TODAY, 1).slice(0, 7);
const keys = async () => (await city.json<{ publicKey: string }>("/api/v1/figures/key")).publicKey;

test("on its day a month is frozen once; anybody checks the statement, and the rows behind each figure have its digest", async () => {
  expect(await freezeAt(noonOf(`${THIS_MONTH}-10`))).toEqual([LAST_MONTH]);
  expect(await freezeAt(noonOf(`${THIS_MONTH}-28`))).toEqual([]);
  expect(await freezeAt(noonOf(`${NEXT_MONTH}-09`))).toEqual([]);
  expect(await freezeAt(noonOf(`${NEXT_MONTH}-10`))).toEqual([THIS_MONTH]);
  const statement = await newest();
  expect([statement.month, statement.number]).toEqual([THIS_MONTH, 1]);
  expect(await verifyStatement(statement, await keys())).toBe("valid");
  const bent = { ...statement, content: { ...statement.content, month: LAST_MONTH } };
  expect(await verifyStatement(bent, await keys())).toBe("bad-signature");
  const page = await (await city.get("/statistics", { headers: { accept: "text/html" } })).text();
  expect(page).toContain(`href="/api/v1/figures/statements/${statement.statementId}"`);
  const compliance = statement.content.figures.filter(({ rate }) => rate === "compliance");
  expect(compliance.length).toBeGreaterThan(0);
  for (const { body, item, rows, numerator } of compliance) {
    const found = await sql<object>`SELECT batch_id AS "batchId", accepted, rejected, changed, duplicates, review
      FROM mingxin.batches WHERE source_body = ${body} AND item = ${item} AND state = 'done'
      ORDER BY received_at DESC, batch_id DESC`.execute(city.database.admin);
    expect(await digestOfRows(found.rows as never)).toBe(rows);
    expect(found.rows.reduce((sum, one) => sum + (one as { accepted: number }).accepted, 0)).toBe(numerator);
  }
});

test("a body disputes its own figure, another person decides, and a further statement names the one before", async () => {
  const first = await newest();
  const dispute = { rate: "compliance", item: LICENCE, reason: "有三行为系统误退", rows: [] };
  const own = first.content.figures.find(
    ({ rate, body, item }) => rate === "compliance" && body === "hs-ecology" && item === LICENCE,
  );
  expect(own).toBeDefined();
  const path = `/figures/statements/${first.statementId}/disputes`;
  const opened = await ecology.ask("POST", path, dispute, { "idempotency-key": "dispute-1" });
  expect(opened.status).toBe(201);
  const { proceedingId, allowed } = opened.body as { proceedingId: string; allowed: readonly string[] };
  expect(allowed).toEqual(["take-back"]);
  expect((await ecology.ask("POST", path, dispute, { "idempotency-key": "dispute-1" })).body).toMatchObject({
    proceedingId,
  });
  expect((await ecology.ask("POST", path, dispute)).status).toBe(409);
  expect((await ecology.ask("POST", path, { ...dispute, rate: "omission" })).status).toBe(404);
  expect((await supervisor.ask("POST", path, dispute)).status).toBe(403);
  expect((await newest()).disputed).toMatchObject([{ body: "hs-ecology", rate: "compliance", item: LICENCE }]);
  // Another body is told nothing of it but what is public.
  expect((await water.ask("GET", `/figure-disputes/${proceedingId}`)).status).toBe(404);
  expect((await water.ask("GET", "/figure-disputes")).body).toMatchObject({ items: [] });
  const decide = (visitor: Visitor, act: string) =>
    visitor.ask("POST", `/figure-disputes/${proceedingId}/${act}`, { reason: "已核对批次" });
  expect((await decide(ecology, "uphold")).status).toBe(403);
  expect((await decide(water, "take-back")).status).toBe(404);
  const correction = { month: first.month, reason: "支持异议，更正", dispute: proceedingId };
  expect((await supervisor.ask("POST", "/figures/statements", correction)).status).toBe(409);
  expect((await decide(supervisor, "uphold")).body).toMatchObject({ state: "upheld" });
  expect((await ecology.ask("POST", "/figures/statements", correction)).status).toBe(403);
  const corrected = await supervisor.ask("POST", "/figures/statements", correction, { "idempotency-key": "correct-1" });
  expect(corrected.status).toBe(201);
  const again = await supervisor.ask("POST", "/figures/statements", correction, { "idempotency-key": "correct-1" });
  const second = await newest();
  expect(again.body).toMatchObject({ statementId: second.statementId });
  expect(second).toMatchObject({ number: 2, supersedes: first.statementId, disputed: [] });
  expect(second.content).toMatchObject({ supersedes: { digest: first.digest }, disputes: [proceedingId] });
  expect(await verifyStatement(second, await keys())).toBe("valid");
  expect((await ecology.ask("POST", path, dispute)).body).toMatchObject({ type: "/problems/figures/superseded" });
  const { body } = await ecology.ask("GET", `/figure-disputes/${proceedingId}`);
  expect((body as { events: readonly { act: string }[] }).events.map(({ act }) => act)).toEqual(["open", "uphold"]);
});
