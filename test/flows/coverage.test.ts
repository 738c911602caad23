import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadLaw } from "../../src/app/law.ts";
import { SYSTEM_ACTOR, type Actor } from "../../src/kernel/actor.ts";
import { parseLocalDate, type LocalDate } from "../../src/kernel/time.ts";
import { listDutiesDue, listMonthlyFigures, ownSiteRate, reportRate } from "../../src/modules/coverage/index.ts";
import { inScopeOf } from "../../src/platform/db/scope.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor, withdraw } from "../fixtures/signed-in.ts";

const LICENCE = "administrative-licence";
const PENALTY = "administrative-penalty";
const BODY = "hs-ecology";

let city: TestCity;
let reporter: Visitor;
let reviewer: Visitor;
let operator: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  city = await startCity();
  reporter = await signedInAs(city, "reporter", BODY);
  reviewer = await signedInAs(city, "reviewer", BODY);
  operator = await signedInAs(city, "operator");
  stranger = await signedInAs(city, "reporter", "hs-transport");
  await file([1, 2, 3, 4], "2025-03-18");
  await file([5], "2025-04-02");
});
afterAll(() => city.stop());

async function file(serials: readonly number[], decisionDate: string): Promise<void> {
  const rows = serials.map((serial) => ({
    subjectName: `示例覆盖${serial}有限公司（示例）`,
    uscc: inventedUscc(4000 + serial),
    documentNumber: `黄环许〔2025〕4${serial}号`,
    decisionDate,
    validFrom: decisionDate,
  }));
  const { counts } = await city.report(LICENCE, reportCsv(LICENCE, rows));
  if (counts.accepted !== rows.length) throw new Error(`not filed: ${JSON.stringify(counts)}`);
}

interface Cell {
  readonly item: string;
  readonly body: string;
  readonly period: string;
  readonly state: string;
  readonly count: number;
  readonly zeroReport: { readonly zeroReportId: string; readonly reason: string } | null;
}
interface Matrix {
  readonly cells: readonly Cell[];
  readonly totals: Readonly<Record<string, number>>;
}

const matrix = async (who: Visitor, query: string): Promise<Matrix> => {
  const { status, body } = await who.ask("GET", `/coverage?${query}`);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as Matrix;
};
const statesOf = async (item: string, months = "from=2025-01&to=2025-04"): Promise<readonly string[]> =>
  (await matrix(reporter, `${months}&item=${item}`)).cells.map(
    ({ period, state, count }) => `${period} ${state} ${count}`,
  );
const zero = (who: Visitor, period: string, more: object = {}, headers: Record<string, string> = {}) =>
  who.ask("POST", "/zero-reports", { item: LICENCE, period, reason: "none-decided", ...more }, headers);
const problemOf = ({ status, body }: { status: number; body: unknown }): string =>
  `${status} ${(body as { type?: string }).type?.replace("/problems/", "") ?? ""}`;

test("the matrix tells of every obligation how it stands, its totals are its rows, and each count has its decisions", async () => {
  expect(await statesOf(LICENCE)).toEqual([
    "2025-01 missing 0",
    "2025-02 missing 0",
    "2025-03 reported 4",
    "2025-04 reported 1",
  ]);
  const { cells, totals } = await matrix(operator, "from=2025-01&to=2025-04");
  expect(new Set(cells.map(({ body }) => body)).size).toBeGreaterThan(5);
  const inState = (state: string): number => cells.filter((cell) => cell.state === state).length;
  expect(totals).toEqual({
    owed: cells.length,
    reported: inState("reported"),
    zero: inState("zero"),
    contradicted: inState("contradicted"),
    "not-yet-due": inState("not-yet-due"),
    missing: inState("missing"),
    decisions: 5,
  });
  const behind = `/coverage/decisions?item=${LICENCE}&body=${BODY}&period=2025-03`;
  interface Page {
    readonly items: readonly { readonly recordId: string; readonly documentNumber: string }[];
    readonly next: string;
  }
  const first = (await operator.ask("GET", `${behind}&limit=3`)).body as Page;
  const rest = (await operator.ask("GET", `${behind}&limit=3&cursor=${first.next}`)).body as Page;
  const listed = [...first.items, ...rest.items];
  expect(new Set(listed.map(({ documentNumber }) => documentNumber)).size).toBe(4);
  // What is withdrawn is neither counted nor listed.
  const withdrawn = listed[0]?.recordId ?? "";
  expect(await withdraw(city, withdrawn, "决定被撤销")).toBe(200);
  expect(await statesOf(LICENCE, "from=2025-03&to=2025-03")).toEqual(["2025-03 reported 3"]);
  expect(((await operator.ask("GET", behind)).body as Page).items).toHaveLength(3);
  expect(await statesOf(LICENCE, "").then((states) => states.at(-1)?.split(" ").slice(1).join(" "))).toBe(
    "not-yet-due 0",
  );
});

test("nobody sees or states another body's obligations", async () => {
  expect(problemOf(await stranger.ask("GET", `/coverage?body=${BODY}`))).toBe("400 coverage/unknown-body");
  expect(new Set((await matrix(stranger, "")).cells.map(({ body }) => body))).toEqual(new Set(["hs-transport"]));
  expect(problemOf(await zero(stranger, "2025-01", { body: BODY }))).toBe("400 coverage/unknown-body");
  expect(problemOf(await stranger.ask("GET", `/monthly-tables/${BODY}/2025-03`))).toBe("400 coverage/unknown-body");
  expect(problemOf(await operator.ask("GET", "/coverage?from=2025-13"))).toBe("400 coverage/bad-range");
  expect(problemOf(await operator.ask("GET", "/coverage?from=2020-01&to=2025-01"))).toBe("400 coverage/bad-range");
});

test("a zero report stands once, is refused where decisions are on file, is contradicted by later ones, and can be taken back", async () => {
  const key = { "idempotency-key": "zero-1" };
  const made = await zero(reporter, "2025-02", {}, key);
  expect(made.status).toBe(201);
  const { zeroReportId } = made.body as { zeroReportId: string };
  expect((await zero(reporter, "2025-02", {}, key)).body).toMatchObject({ zeroReportId });
  expect(problemOf(await zero(reporter, "2025-02"))).toBe("409 coverage/already-reported");
  expect(problemOf(await zero(reporter, "2025-03"))).toBe("409 coverage/decisions-on-file");
  expect(problemOf(await zero(reporter, "2025-01", { reason: "no-case" }))).toBe("400 coverage/unknown-answer");
  expect(problemOf(await zero(reporter, "2025-01", { reason: "other" }))).toBe("400 coverage/words-needed");
  expect(problemOf(await zero(reporter, "2025-01", { item: "subject-registration" }))).toBe("409 coverage/no-duty");
  expect(problemOf(await zero(reporter, "2199-01"))).toBe("409 coverage/period-not-over");
  expect(await statesOf(LICENCE, "from=2025-02&to=2025-02")).toEqual(["2025-02 zero 0"]);
  expect(problemOf(await stranger.ask("POST", `/zero-reports/${zeroReportId}/take-back`, { reason: "误报" }))).toBe(
    "404 coverage/unknown-zero-report",
  );

  await file([6], "2025-02-11");
  expect(await statesOf(LICENCE, "from=2025-02&to=2025-02")).toEqual(["2025-02 contradicted 1"]);
  const back = await reporter.ask("POST", `/zero-reports/${zeroReportId}/take-back`, { reason: "漏查一件" });
  expect(back.status).toBe(201);
  expect(problemOf(await reporter.ask("POST", `/zero-reports/${zeroReportId}/take-back`, { reason: "再撤" }))).toBe(
    "409 coverage/nothing-to-take-back",
  );
  expect(await statesOf(LICENCE, "from=2025-02&to=2025-02")).toEqual(["2025-02 reported 1"]);
  const { body } = await reporter.ask("GET", "/zero-reports?period=2025-02");
  expect((body as { items: { act: string }[] }).items.map(({ act }) => act)).toEqual(["taken-back", "reported"]);
});

test("of what is stated several times at once, one counts and the others are told why", async () => {
  const atOnce = async (ask: () => ReturnType<typeof zero>): Promise<readonly string[]> =>
    (await Promise.all([ask(), ask(), ask(), ask()])).map(problemOf).toSorted();
  const refused = (one: string, other: string): readonly string[] => [one, other, other, other];
  expect(await atOnce(() => zero(reporter, "2024-11"))).toEqual(refused("201 ", "409 coverage/already-reported"));
  const { body } = await reporter.ask("GET", "/zero-reports?period=2024-11");
  const { zeroReportId } = (body as { items: { zeroReportId: string }[] }).items[0] ?? { zeroReportId: "" };
  const takeBack = () => reporter.ask("POST", `/zero-reports/${zeroReportId}/take-back`, { reason: "误报" });
  expect(await atOnce(takeBack)).toEqual(refused("201 ", "409 coverage/nothing-to-take-back"));
  const none = { produced: 0, ownSite: 0, basis: null, basisWords: null };
  const lines = [LICENCE, PENALTY].map((item) => ({ item, ...none }));
  const table = { month: "2024-11", address: null, publishedOn: null, lines };
  expect(await atOnce(() => reporter.ask("POST", "/monthly-tables", table))).toEqual(
    refused("201 ", "409 coverage/waits-for-signature"),
  );
});

test("a monthly table counts what was reported itself, asks where less was produced, and is signed by a second person", async () => {
  const line = { item: LICENCE, produced: 5, ownSite: 4, basis: "to-follow", basisWords: "一件在途" };
  const none = { item: PENALTY, produced: 0, ownSite: 0, basis: null, basisWords: null };
  const table = {
    month: "2025-03",
    address: "https://example.org/sgs",
    publishedOn: "2025-04-02",
    lines: [line, none],
  };
  const make = (change: object) => reporter.ask("POST", "/monthly-tables", { ...table, ...change });
  const asked = await make({ lines: [{ ...line, produced: 2, ownSite: 2, basis: null }, none] });
  expect(asked.body).toMatchObject({ item: LICENCE, produced: 2, reported: 3 });
  expect(problemOf(asked)).toBe("409 coverage/reported-changed");
  for (const wrong of [
    { lines: [line] },
    { lines: [{ ...line, ownSite: 6 }, none] },
    { lines: [{ ...line, basis: null }, none] },
    { address: null, publishedOn: null },
  ])
    expect(problemOf(await make(wrong))).toBe("400 coverage/numbers-wrong");
  const made = await make({});
  expect(made.body).toMatchObject({ version: 1, state: "submitted", lines: [{ reported: 3 }, { reported: 0 }] });
  const { tableId } = made.body as { tableId: string };
  expect(problemOf(await make({}))).toBe("409 coverage/waits-for-signature");
  const act = (who: Visitor, name: string) =>
    who.ask("POST", `/monthly-tables/${tableId}/${name}`, { reason: "核对无误" });
  expect((await act(reporter, "sign")).status).toBe(403);
  expect((await act(operator, "sign")).status).toBe(403);
  expect((await act(stranger, "sign")).status).toBe(404);
  const ratesOf = async (who: Visitor): Promise<unknown[]> => {
    const { body } = await who.ask("GET", `/figures?body=${BODY}&item=${LICENCE}&from=2025-03&to=2025-03`);
    return (body as { figures: { rate: string; numerator: number; denominator: number }[] }).figures
      .filter(({ rate }) => ["report", "own-site"].includes(rate))
      .map(({ rate, numerator, denominator }) => [rate, numerator, denominator]);
  };
  expect(await ratesOf(reviewer)).toEqual([]);
  expect(await act(reviewer, "sign")).toMatchObject({ status: 200, body: { state: "signed" } });
  // The league has what two people signed, for the body's own and the credit office.
  const signed = [
    ["report", 3, 5],
    ["own-site", 4, 5],
  ];
  expect([await ratesOf(reviewer), await ratesOf(operator), await ratesOf(stranger)]).toEqual([signed, signed, []]);
  expect((await make({ lines: [{ ...line, produced: 6 }, none] })).body).toMatchObject({ version: 2 });
  const { body: history } = await reviewer.ask("GET", `/monthly-tables/${BODY}/2025-03`);
  expect(history).toMatchObject({
    filed: [{ count: 3 }, { count: 0 }],
    mayMake: false,
    versions: [
      { version: 2, allowed: ["sign", "return"] },
      { version: 1, state: "signed", events: [{ act: "open" }, { act: "sign" }] },
    ],
  });
  const { body: list } = await operator.ask("GET", `/monthly-tables?body=${BODY}&from=2025-02&to=2025-03`);
  expect(list).toMatchObject({
    items: [
      { month: "2025-03", table: { version: 2 } },
      { month: "2025-02", table: null },
    ],
  });
});

test("a sample can be drawn again from its seed and frame, and its rate counts what was compared", async () => {
  const wanted = { item: LICENCE, body: BODY, from: "2025-01", to: "2025-04", size: 3 };
  expect((await reviewer.ask("POST", "/samples", wanted)).status).toBe(403);
  expect(problemOf(await operator.ask("POST", "/samples", { ...wanted, size: 400 }))).toBe(
    "409 coverage/nothing-to-draw",
  );
  const drawn = await operator.ask("POST", "/samples", wanted);
  expect(drawn.status).toBe(201);
  const { sampleId, seed } = drawn.body as { sampleId: string; seed: string };
  const { body } = await reviewer.ask("GET", `/samples/${sampleId}/frame`);
  const { frame, frameHash } = body as { frame: string[]; frameHash: string };
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
  expect(sha256(frame.map((id) => `${id}\n`).join(""))).toBe(frameHash);
  const again = frame.toSorted((a, b) => (sha256(`${seed}/${a}`) < sha256(`${seed}/${b}`) ? -1 : 1)).slice(0, 3);
  const rows = async () =>
    ((await reviewer.ask("GET", `/samples/${sampleId}`)).body as { rows: { recordId: string; checks: object[] }[] })
      .rows;
  expect((await rows()).map(({ recordId }) => recordId)).toEqual(again);

  const check = (place: number, outcome: string, fields: string[] = []) =>
    operator.ask("POST", `/samples/${sampleId}/rows/${place}/checks`, {
      outcome,
      fields,
      checkedAgainst: "决定书原件",
    });
  expect((await check(1, "right")).body).toMatchObject({ misreport: { numerator: 0, denominator: 1 } });
  expect(problemOf(await check(2, "wrong"))).toBe("400 coverage/fields-wrong");
  expect(problemOf(await check(2, "wrong", ["noSuchField"]))).toBe("400 coverage/fields-wrong");
  expect((await check(2, "wrong", ["content"])).body).toMatchObject({ misreport: { numerator: 1, denominator: 2 } });
  expect(problemOf(await check(4, "right"))).toBe("404 coverage/unknown-sample");
  expect((await check(3, "no-document")).body).toMatchObject({
    outcomes: { right: 1, wrong: 1, "no-document": 1 },
    misreport: { numerator: 1, denominator: 2 },
  });
  // A second look follows the first, which stays.
  expect((await check(2, "right")).body).toMatchObject({ misreport: { numerator: 0, denominator: 2 } });
  expect((await rows())[1]?.checks).toHaveLength(2);
  expect((await stranger.ask("GET", `/samples/${sampleId}`)).status).toBe(404);
});

const dayOf = (text: string): LocalDate => parseLocalDate(text) ?? ("" as LocalDate);

test("other modules are given the rates of signed months, and what is still to be done by whom until when", async () => {
  const { catalogue } = await loadLaw("data");
  const range = { bodies: [BODY], from: dayOf("2025-01-01"), to: dayOf("2025-04-30") };
  const figures = await inScopeOf(city.database.app, SYSTEM_ACTOR, (tx) => listMonthlyFigures(tx, range));
  // The second version waits for its signature, so that the first one counts.
  expect(figures).toEqual([
    { body: BODY, month: "2025-03", item: LICENCE, produced: 5, ownSite: 4, reported: 3 },
    { body: BODY, month: "2025-03", item: PENALTY, produced: 0, ownSite: 0, reported: 0 },
  ]);
  expect(reportRate(figures)).toEqual({ numerator: 3, denominator: 5 });
  expect(ownSiteRate(figures)).toEqual({ numerator: 4, denominator: 5 });

  const own: Actor = { kind: "person", id: "someone", body: BODY, roles: ["reporter"], address: null };
  const due = (asker: Actor, within: number) =>
    inScopeOf(city.database.app, asker, (tx) =>
      listDutiesDue(tx, catalogue, { asker, today: dayOf("2025-05-08"), within }),
    );
  const open = (await due(own, 3)).filter(({ period }) => period >= "2025-01");
  expect(open.map(({ item, period, dueOn, state }) => `${item} ${period} ${dueOn} ${state}`)).toEqual([
    `${LICENCE} 2025-01 2025-02-10 missing`,
    `${PENALTY} 2025-01 2025-02-10 missing`,
    `${PENALTY} 2025-02 2025-03-10 missing`,
    `${PENALTY} 2025-03 2025-04-10 missing`,
    `${PENALTY} 2025-04 2025-05-10 not-yet-due`,
  ]);
  expect((await due(own, 1)).map(({ period }) => period)).not.toContain("2025-04");
  expect(new Set((await due(SYSTEM_ACTOR, 3)).map(({ body }) => body)).size).toBeGreaterThan(5);
});
