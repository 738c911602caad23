import {
  checkSampleRow,
  drawSample,
  hasSamples,
  makeMonthlyTable,
  readCoverage,
  readMonthlyTables,
  reportZero,
  type CoverageCell,
} from "#coverage";
import { takeStep } from "#proceedings";
import { administratorActor, SYSTEM_ACTOR } from "../kernel/actor.ts";
import {
  addDays,
  addMonths,
  lastOfMonth,
  parseInstant,
  parseLocalDate,
  type Instant,
  type LocalDate,
} from "../kernel/time.ts";
import { inScope } from "../platform/db/scope.ts";
import type { Tx } from "../platform/db/types.ts";
import { SAMPLE_COVERAGE, type SampleCoverage } from "../sample/index.ts";
import type { Runtime } from "./runtime.ts";

/** The second person of the sample city, who signs what the first one made. */
const SIGNER = administratorActor("first-start");

/**
 * The zero report of the sample city that turns out to be wrong. It must come before the files, one of which contradicts it:
 * afterwards the database would refuse it.
 */
export async function stateSampleZeroTooEarly(runtime: Runtime, day: LocalDate): Promise<void> {
  const { item, body, monthsAgo, reason } = SAMPLE_COVERAGE.contradicted;
  await inScope(runtime.db, async (tx) => {
    const cells = await cellsOf(tx, runtime, addMonths(day, -monthsAgo), addMonths(day, -monthsAgo));
    const cell = cells.find((one) => one.item === item && one.body === body);
    if (cell?.zeroReport === null && cell.count === 0) await stateZero(tx, runtime, cell, reason);
  });
}

/** What the bodies of the sample city state about their year: zero reports, monthly tables, a random sample. Once. */
export async function foundCoverage(runtime: Runtime, day: LocalDate): Promise<void> {
  await inScope(runtime.db, async (tx) => {
    await stateZeros(tx, runtime, day);
    await makeTables(tx, runtime, day);
    await drawAndCheck(tx, runtime, day);
  });
}

async function cellsOf(tx: Tx, { law }: Runtime, from: LocalDate, to: LocalDate): Promise<readonly CoverageCell[]> {
  const range = { from: firstOfMonth(from), to: lastOfMonth(to), today: lastOfMonth(addMonths(to, 2)) };
  return (await readCoverage(tx, law.catalogue, range)).cells;
}

function stateZero(tx: Tx, { coverage }: Runtime, cell: CoverageCell, reason: string) {
  const { item, body, period } = cell;
  const at = morningOf(addDays(cell.dueOn, -1));
  return reportZero(tx, coverage, { item, body, period, reason, words: "示例", actor: SYSTEM_ACTOR, at });
}

/** Every month of the year before this one that has nothing is stated as zero, but for the one that is missing. */
async function stateZeros(tx: Tx, runtime: Runtime, day: LocalDate): Promise<void> {
  const { months, missing, reasons } = SAMPLE_COVERAGE;
  const missed = addMonths(day, -missing.monthsAgo).slice(0, 7);
  for (const cell of await cellsOf(tx, runtime, addMonths(day, -months), addMonths(day, -1))) {
    const isMissed = cell.body === missing.body && cell.item === missing.item && cell.period === missed;
    if (cell.count > 0 || cell.zeroReport !== null || isMissed || cell.dueOn >= day) continue;
    await stateZero(tx, runtime, cell, reasons[cell.item] ?? SAMPLE_COVERAGE.reason);
  }
}

/** Tables of the last months; the reporter's own body has the whole year, the newest still to be signed. */
async function makeTables(tx: Tx, runtime: Runtime, day: LocalDate): Promise<void> {
  const { coverage, law } = runtime;
  const { months, tables } = SAMPLE_COVERAGE;
  const range = { from: firstOfMonth(addMonths(day, -months)), to: lastOfMonth(addMonths(day, -1)) };
  const newest = addMonths(day, -1).slice(0, 7);
  const recent = addMonths(day, -tables.recentMonths).slice(0, 7);
  for (const { body, month, filed, table, dueOn } of await readMonthlyTables(tx, law.catalogue, range)) {
    if (table !== null || (body !== tables.fullYear && month < recent)) continue;
    if (dueOn > day && body !== tables.fullYear) continue;
    const made = madeBy(body, month, filed);
    const at = earlier(morningOf(addDays(dueOn, -3)), runtime.clock.now());
    const { proceedingId } = await makeMonthlyTable(tx, coverage, { ...made, actor: SYSTEM_ACTOR, at, reason: "示例" });
    if (body === tables.fullYear && month === newest) continue;
    const step = {
      actor: SIGNER,
      at: earlier(morningOf(addDays(dueOn, -1)), runtime.clock.now()),
      reason: "核对无误（示例）",
    };
    await takeStep(tx, coverage.procedures, proceedingId, "sign", step);
  }
}

/** Believable numbers that depend on nothing but body and month: now and then one was not reported. */
function madeBy(body: string, month: string, filed: readonly { readonly item: string; readonly count: number }[]) {
  const { tables } = SAMPLE_COVERAGE;
  const turn = Number(month.slice(5)) + body.length;
  const lines = filed.map(({ item, count }, at) => {
    const missing = count > 0 && (turn + at) % tables.oneMissingIn === 0 ? 1 : 0;
    const produced = count + missing;
    const ownSite = Math.max(0, produced - ((turn + at) % tables.oneOffSiteIn === 0 ? 1 : 0));
    const basis = missing > 0 ? tables.basis : null;
    return { item, produced, ownSite, basis, basisWords: basis === null ? null : "示例：送达后补报" };
  });
  const publishes = lines.some(({ ownSite }) => ownSite > 0);
  const address = publishes ? `https://${body}.example/sgs/${month}` : null;
  return { body, month, address, publishedOn: publishes ? lastOfMonth(firstOfMonth(month)) : null, lines };
}

async function drawAndCheck(tx: Tx, runtime: Runtime, day: LocalDate): Promise<void> {
  const { draw }: SampleCoverage = SAMPLE_COVERAGE;
  if (await hasSamples(tx)) return;
  const at = earlier(morningOf(day), runtime.clock.now());
  const range = { from: firstOfMonth(addMonths(day, -draw.months)), to: lastOfMonth(addMonths(day, -1)) };
  const { item, body, size, seed } = draw;
  const { sampleId } = await drawSample(tx, { item, body, ...range, size, seed, actor: SYSTEM_ACTOR, at });
  for (const [index, { outcome, fields }] of draw.checks.entries()) {
    const check = { outcome, fields, checkedAgainst: "决定书扫描件（示例）", words: "" };
    await checkSampleRow(tx, runtime.law.catalogue, { sampleId, place: index + 1, ...check, actor: SYSTEM_ACTOR, at });
  }
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

function morningOf(day: LocalDate): Instant {
  const morning = parseInstant(`${day}T10:00:00+08:00`);
  if (!morning) throw new Error(`no day ${day}`);
  return morning;
}

function firstOfMonth(day: string): LocalDate {
  const first = parseLocalDate(`${day.slice(0, 7)}-01`);
  if (!first) throw new Error(`no month ${day}`);
  return first;
}
