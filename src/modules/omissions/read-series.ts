import { allowedActs, listProceedings, type Proceeding } from "#proceedings";
import type { Actor } from "../../kernel/actor.ts";
import type { Tx } from "../../platform/db/types.ts";
import { proposedAnswerOf } from "./answer-gap.ts";
import { listAnswers } from "./answers.store.ts";
import { statedCountOf } from "./attest-count.ts";
import { writeNumber } from "./number-grammar.rules.ts";
import { omissionProblem } from "./omissions.problems.ts";
import type { OmissionsRuntime } from "./omissions-runtime.ts";
import { rangesOf } from "./ranges.rules.ts";
import { findSeries, listMissing, type MissingRow, type SeriesRow } from "./series-reads.store.ts";
import type { SeriesId } from "./omission.ts";

/** Missing numbers that follow each other and stand alike. */
export interface GapRange extends Pick<
  MissingRow,
  "year" | "place" | "state" | "dueOn" | "dueMissing" | "answerBy" | "answer" | "answerId" | "askAgainOn"
> {
  readonly from: number;
  readonly to: number;
  /** As the neighbours are written. */
  readonly fromText: string;
  readonly toText: string;
  /** "YYYY-MM" by which it was made, if it was made. */
  readonly month: string;
  /** The proposal that waits for a reviewer, or null. */
  readonly waits: string | null;
}

/** A series with its gaps, what was answered, and what waits for a second person. */
export async function readSeries(tx: Tx, seriesId: SeriesId) {
  const series = await findSeries(tx, seriesId);
  if (!series) throw omissionProblem("unknown-series");
  const filter = { procedures: ["omission-answer", "series-dismissal"], open: true, target: seriesId };
  const waiting = await listProceedings(tx, filter, null, WAITING_AT_MOST);
  const missing = await listMissing(tx, seriesId, null);
  const gaps = gapsOf(series, missing, waiting);
  const answers = await listAnswers(tx, seriesId, ANSWERS_AT_MOST + 1);
  return {
    series,
    gaps: gaps.slice(-GAPS_AT_MOST),
    omitted: Math.max(0, gaps.length - GAPS_AT_MOST),
    answers: answers.slice(0, ANSWERS_AT_MOST),
    answersCut: answers.length > ANSWERS_AT_MOST,
    waiting,
  };
}

/** The latest gaps and answers are listed; how many more there are is told. */
const GAPS_AT_MOST = 2000;
const ANSWERS_AT_MOST = 1000;

const WAITING_AT_MOST = 1000;

function gapsOf(series: SeriesRow, missing: readonly MissingRow[], waiting: readonly Proceeding[]): GapRange[] {
  const proposals = waiting
    .filter(({ procedure }) => procedure === "omission-answer")
    .map((one) => ({ id: one.proceedingId, ...proposedAnswerOf(one) }));
  const waitsOf = ({ year, number }: MissingRow): string | null =>
    proposals.find((one) => one.year === year && one.from <= number && one.to >= number)?.id ?? null;
  const rows = missing.map((row) => ({ ...row, waits: waitsOf(row) }));
  const write = (year: number, number: number): string => writeNumber(series.form, series.width, year || null, number);
  return rangesOf(
    rows,
    (a, b) =>
      a.year === b.year &&
      a.state === b.state &&
      a.place === b.place &&
      a.answerId === b.answerId &&
      a.waits === b.waits,
  ).flatMap(({ from, to, entries }) => {
    const [first] = entries;
    const last = entries.at(-1);
    if (!first || !last) return [];
    const { year, place, state, dueMissing, answer, answerId, askAgainOn, waits } = first;
    const said = { year, place, state, dueMissing, answer, answerId, askAgainOn, waits };
    // The latest of a range: nobody is hurried by its oldest number.
    const dates = { dueOn: last.dueOn, answerBy: last.answerBy, month: last.month.slice(0, 7) };
    return [{ ...said, ...dates, from, to, fromText: write(year, from), toText: write(year, to) }];
  });
}

/** A proposal as it is shown, with the acts that the reader may take now. */
export function proposalOf(runtime: OmissionsRuntime, proceeding: Proceeding, actor: Actor) {
  const { proceedingId, procedure, body, state, openedBy, openedAt, endedAt, detail } = proceeding;
  const known = runtime.procedures.get(procedure);
  const text = (name: string): string | null => {
    const value = detail[name];
    return typeof value === "string" ? value : null;
  };
  const answer = procedure === "omission-answer" ? proposedAnswerOf(proceeding) : null;
  const count = procedure === "count-attestation" ? statedCountOf(proceeding) : null;
  return {
    proceedingId,
    procedure,
    body,
    state,
    openedBy,
    openedAt,
    endedAt,
    words: text("words") ?? "",
    item: text("item"),
    seriesId: text("seriesId"),
    example: text("example"),
    answer: answer && { year: answer.year, from: answer.from, to: answer.to, answer: answer.answer },
    count: count && { month: count.month.slice(0, 7), decisions: count.decisions, highest: count.highest },
    allowed: known ? allowedActs(known, proceeding, actor) : [],
  };
}
