import { recordAudit } from "#audit";
import { maskPersonalNumbers } from "#catalogue";
import { deadlineOf } from "#publish";
import { listTouchedBodies, streamDocumentNumbers, type BodyItem } from "#records";
import { SYSTEM_ACTOR } from "../../kernel/actor.ts";
import { lastOfMonth, type LocalDate } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { listHighestAttested } from "./attestations.store.ts";
import { attestedTails, type AttestedNumber } from "./attested-tail.rules.ts";
import { rulesOn, type OmissionRules } from "./omission-law.ts";
import type { SeriesId } from "./omission.ts";
import type { OmissionsRuntime } from "./omissions-runtime.ts";
import { SeriesLearner, type Learnt, type LearntSeries } from "./series.rules.ts";
import {
  findMarks,
  lockNumbers,
  replaceMonths,
  saveMarks,
  saveScan,
  saveSeries,
  syncMissing,
  type DatedQuestion,
} from "./series.store.ts";

/** What one round of reading found. */
export interface Refreshed {
  readonly bodies: number;
  readonly numbers: number;
  readonly series: number;
  readonly missing: number;
}

/**
 * Reads the numbers of all bodies and items of which something was filed since the last round, and writes anew which
 * numbers are missing. Each body and item is a transaction of its own; a round that is killed is done again.
 */
export async function refreshOmissions(runtime: OmissionsRuntime): Promise<Refreshed> {
  const { db } = runtime;
  const { since, touched } = await inScope(db, async (tx) => {
    const marks = await findMarks(tx);
    const filed = await runtime.intake.listFiledSince(tx, marks);
    const isFirst = marks.batches === null && filed.batches.length > 0;
    const isQuiet = filed.batches.length + filed.judgements.length === 0;
    const onFile = isQuiet ? [] : await listTouchedBodies(tx, isFirst ? null : filed);
    return { since: filed, touched: [...onFile, ...filed.waiting] };
  });
  const distinct = new Map(touched.map((one) => [`${one.body} ${one.item}`, one]));
  let total: Refreshed = { bodies: 0, numbers: 0, series: 0, missing: 0 };
  for (const one of distinct.values()) {
    if (deadlineNameOf(runtime, one.item) === null) continue;
    const done = await inScope(db, (tx) => refreshBody(tx, runtime, one));
    total = {
      bodies: total.bodies + 1,
      numbers: total.numbers + done.numbers,
      series: total.series + done.series,
      missing: total.missing + done.missing,
    };
  }
  if (since.batches.length + since.judgements.length > 0) await inScope(db, (tx) => saveMarks(tx, since.until));
  return total;
}

/** Reads one body's numbers of one item in the caller's transaction, which must see all rows. */
export async function refreshBody(tx: Tx, runtime: OmissionsRuntime, of: BodyItem): Promise<Refreshed> {
  await lockNumbers(tx, of);
  const at = runtime.clock.now();
  const rules = rulesOn(runtime.rules, runtime.clock.today());
  const learner = new SeriesLearner(rules.learning);
  const months = new Map<string, number>();
  let numbers = 0;
  const take = ({ documentNumber, day }: { documentNumber: string; day: LocalDate }): void => {
    learner.add(documentNumber, day);
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
    numbers += 1;
  };
  for await (const page of streamDocumentNumbers(tx, of)) for (const one of page) take(one);
  const waiting = await runtime.intake.listWaitingNumbers(tx, of);
  for (const one of waiting) take(one);
  const learnt = masked(learner.finish());
  const ids = await saveSeries(tx, of, learnt.series, at);
  const attested = attestedTails(learnt.series, await listHighestAttested(tx, of), rules.learning);
  const questions = questionsOf(runtime, rules, of.item, { series: learnt.series, ids, attested });
  await syncMissing(tx, of, questions, at);
  await replaceMonths(tx, of, months);
  await saveScan(tx, of, { unfitting: learnt.unfitting, samples: learnt.samples, at });
  const detail = { ...of, numbers, waiting: waiting.length, series: learnt.series.length, missing: questions.length };
  // Sealed rows were opened for it; reading what is filed anyway leaves no entry each time.
  if (waiting.length > 0) {
    const target = `${of.body}/${of.item}`;
    await recordAudit(tx, { at, actor: SYSTEM_ACTOR, action: "omissions/read-waiting-numbers", target, detail });
  }
  return { bodies: 1, numbers, series: learnt.series.length, missing: questions.length };
}

/** Without numbers of persons that somebody wrote where a document number belongs: samples and examples are shown. */
function masked(learnt: Learnt): Learnt {
  const shown = (documentNumber: string): string => maskPersonalNumbers(documentNumber).text;
  return {
    ...learnt,
    series: learnt.series.map((one) => ({ ...one, example: shown(one.example) })),
    samples: learnt.samples.map((one) => ({ ...one, documentNumber: shown(one.documentNumber) })),
  };
}

/** The term of publication by which the item's decisions are due, or null where none runs: such numbers are not asked for. */
function deadlineNameOf({ catalogue }: OmissionsRuntime, item: string): string | null {
  return catalogue.items.findLast((entry) => entry.item === item)?.publicity.deadline ?? null;
}

function questionsOf(
  runtime: OmissionsRuntime,
  rules: OmissionRules,
  item: string,
  found: {
    readonly series: readonly LearntSeries[];
    readonly ids: ReadonlyMap<string, SeriesId>;
    readonly attested: readonly AttestedNumber[];
  },
): DatedQuestion[] {
  const deadline = deadlineNameOf(runtime, item);
  if (deadline === null) return [];
  const dated = datesOf(runtime, rules, deadline);
  const idOf = (series: string): SeriesId => {
    const id = found.ids.get(series);
    if (id === undefined) throw new Error(`the series ${series} was not saved`);
    return id;
  };
  return [
    ...found.series.flatMap(({ series, years }) =>
      years.flatMap(({ year, missing }) =>
        missing.map(({ number, place, madeBy }) => ({
          seriesId: idOf(series),
          year,
          number,
          place,
          ...dated(madeBy),
        })),
      ),
    ),
    ...found.attested.map(({ series, year, number, month }) => ({
      seriesId: idOf(series),
      year,
      number,
      place: "attested" as const,
      ...dated(lastOfMonth(month)),
    })),
  ];
}

type Dates = Pick<DatedQuestion, "month" | "dueOn" | "dueMissing" | "answerBy">;

/** When a decision that was made by a day is asked for, and until when the body has to answer. */
function datesOf(
  { publication, workdays }: OmissionsRuntime,
  rules: OmissionRules,
  deadline: string,
): (madeBy: LocalDate) => Dates {
  const known = new Map<LocalDate, Dates>();
  return (madeBy) => {
    const before = known.get(madeBy);
    if (before) return before;
    const month = `${madeBy.slice(0, 7)}-01`;
    const term = deadlineOf(publication.deadlines, workdays, deadline, madeBy);
    const answer = "due" in term ? workdays.addWorkdays(term.due, rules.answering.workingDays) : term;
    const dates: Dates = {
      month,
      dueOn: "due" in term ? term.due : null,
      dueMissing: "due" in term ? null : term.missing,
      answerBy: "due" in answer ? answer.due : null,
    };
    known.set(madeBy, dates);
    return dates;
  };
}
