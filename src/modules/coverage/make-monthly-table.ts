import { obligationsBetween, parsePeriod, type Catalogue, type Period, maskPersonalNumbers } from "#catalogue";
import { openProceeding, type Procedure } from "#proceedings";
import { countFiledDecisions } from "#publish";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type MonthlyTableId } from "../../kernel/ids.ts";
import { dateOf, type Instant, type LocalDate } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { CoverageAnswers } from "./coverage-answers.ts";
import { checkAnswer } from "./coverage-runtime.ts";
import { coverageProblem } from "./coverage.problems.ts";
import { findMonthlyTable, insertMonthlyTable, listMonthlyTables, type MonthlyTable } from "./monthly-tables.store.ts";

/** Whose signature a monthly table waits for: the procedure of data/procedures. */
const MONTHLY_PROCEDURE = "monthly-table";

/** A line as it is filled in: what was reported is counted, never filled in. */
export interface FilledLine {
  readonly item: string;
  readonly produced: number;
  readonly ownSite: number;
  readonly basis: string | null;
  readonly basisWords: string | null;
}

export interface MakeMonthlyTable {
  readonly body: string;
  /** "YYYY-MM". */
  readonly month: string;
  readonly address: string | null;
  readonly publishedOn: LocalDate | null;
  readonly lines: readonly FilledLine[];
  readonly actor: Actor;
  readonly at: Instant;
  readonly reason: string;
  readonly requestId?: string;
}

interface Sources {
  readonly catalogue: Catalogue;
  readonly answers: CoverageAnswers;
  readonly procedures: ReadonlyMap<string, Procedure>;
}

/**
 * Makes a version of a body's monthly table of double publicity (双公示月报) and submits it to a second person of the body.
 * @throws Problem coverage/no-duty, coverage/period-not-over, coverage/waits-for-signature, coverage/reported-changed,
 * coverage/numbers-wrong, and for a basis coverage/unknown-answer, coverage/words-needed
 */
export async function makeMonthlyTable(tx: Tx, sources: Sources, made: MakeMonthlyTable): Promise<MonthlyTable> {
  const { body, month, address, publishedOn, lines, actor, at, reason, requestId } = made;
  const span = monthOwed(sources.catalogue, made);
  const procedure = sources.procedures.get(MONTHLY_PROCEDURE);
  if (!procedure) throw new Error(`there is no procedure ${MONTHLY_PROCEDURE}`);
  await takeTurn(tx, "monthly-table", body, month);
  const range = { bodies: [body], from: span.first, to: span.first };
  const [newest] = await listMonthlyTables(tx, range, "newest");
  if (newest?.state === procedure.initial) throw coverageProblem("waits-for-signature");
  await checkLines(tx, sources.answers, made, span);
  const tableId = newId<MonthlyTableId>();
  const version = (newest?.version ?? 0) + 1;
  const step = { actor, at, reason, ...(requestId === undefined ? {} : { requestId }) };
  const about = { target: tableId, body, detail: { month, version } };
  const { proceedingId } = await openProceeding(tx, procedure, about, step);
  const table = { tableId, body, month, version, address, publishedOn, madeBy: actor.id, madeAt: at, proceedingId };
  const plain = lines.map(({ basisWords, ...line }) => ({
    ...line,
    basisWords: basisWords === null ? null : maskPersonalNumbers(basisWords).text,
  }));
  await insertMonthlyTable(tx, table, plain);
  const stored = await findMonthlyTable(tx, tableId);
  if (!stored) throw new Error(`the table ${tableId} is not there`);
  return stored;
}

function monthOwed(catalogue: Catalogue, { body, month, lines, at }: MakeMonthlyTable): Period {
  const span = parsePeriod(month);
  if (span?.unit !== "month") throw coverageProblem("no-duty");
  const owed = obligationsBetween(catalogue, span.first, span.last, { bodies: [body] });
  const items = owed.filter(({ monthlyTable }) => monthlyTable).map(({ item }) => item);
  if (items.length === 0) throw coverageProblem("no-duty");
  if (dateOf(at) <= span.last) throw coverageProblem("period-not-over");
  const given = lines.map(({ item }) => item);
  if (given.length !== items.length || items.some((item) => !given.includes(item)))
    throw coverageProblem("numbers-wrong");
  return span;
}

async function checkLines(
  tx: Tx,
  answers: CoverageAnswers,
  { body, lines, address, publishedOn }: MakeMonthlyTable,
  { first, last }: Period,
): Promise<void> {
  const items = lines.map(({ item }) => item);
  const filed = await countFiledDecisions(tx, { items, bodies: [body], from: first, to: last });
  const publishes = lines.some(({ ownSite }) => ownSite > 0);
  if ((address === null) !== (publishedOn === null) || (publishes && address === null))
    throw coverageProblem("numbers-wrong");
  for (const { item, produced, ownSite, basis, basisWords } of lines) {
    const reported = filed.find((count) => count.item === item)?.count ?? 0;
    if (produced < reported) throw coverageProblem("reported-changed", { extra: { item, produced, reported } });
    if (ownSite > produced || produced > reported !== (basis !== null)) throw coverageProblem("numbers-wrong");
    if (basis !== null) checkAnswer(answers.notReported, basis, item, basisWords ?? "");
  }
}
