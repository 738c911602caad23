import { recordAudit } from "#audit";
import { maskPersonalNumbers } from "#catalogue";
import { listProceedings, openProceeding, type Proceeding, type Step } from "#proceedings";
import { newId } from "../../kernel/ids.ts";
import { addDays, dateOf } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { findStandingAnswer, insertAnswer, type AnswerId } from "./answers.store.ts";
import { maySpeakFor } from "./omission.policy.ts";
import { rulesOn, type OmissionRules, type StandardAnswer } from "./omission-law.ts";
import { omissionProblem } from "./omissions.problems.ts";
import { procedureOf, type OmissionsRuntime } from "./omissions-runtime.ts";
import { findSeries, listMissing, type SeriesRow } from "./series-reads.store.ts";
import type { SeriesId } from "./omission.ts";

/** An answer for one number or a range of a year, as somebody gives it; also the detail of a proposal. */
export interface GivenAnswer {
  readonly seriesId: SeriesId;
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly answer: string;
}

/** A proposal to answer so, as it stands in the detail of its proceeding. */
export interface ProposedAnswer extends GivenAnswer {
  readonly item: string;
  readonly edition: string;
  readonly words: string;
}

const FEWEST_WORDS = 2;

/**
 * Answers for missing numbers: in force at once, or once a reviewer has agreed where the rules ask for a second person.
 * @throws Problem omissions/unknown-series, omissions/not-confirmed, omissions/unknown-answer, omissions/words-needed,
 * omissions/not-missing, omissions/waits-already
 */
export function answerGap(
  runtime: OmissionsRuntime,
  given: GivenAnswer,
  step: Step,
): Promise<{ readonly answerId: AnswerId | null; readonly proceeding: Proceeding | null }> {
  const rules = rulesOn(runtime.rules, dateOf(step.at));
  const standard = rules.answers.find(({ answer }) => answer === given.answer);
  return inScopeOf(runtime.db, step.actor, async (tx) => {
    const series = await findSeries(tx, given.seriesId);
    if (!series || !maySpeakFor(step.actor, series.body)) throw omissionProblem("unknown-series");
    if (series.verdict !== "confirmed") throw omissionProblem("not-confirmed");
    if (!standard) throw omissionProblem("unknown-answer");
    if (standard.wordsNeeded && step.reason.trim().length < FEWEST_WORDS) throw omissionProblem("words-needed");
    await checkStillMissing(tx, given);
    if (!standard.review) {
      const about = { body: series.body, edition: rules.edition, approvedBy: null };
      return { answerId: await putAnswer(tx, given, standard, about, step), proceeding: null };
    }
    return { answerId: null, proceeding: await proposeAnswer(tx, runtime, { given, series, rules }, step) };
  });
}

/**
 * Every number of the range must be missing, without an answer in force; answers of one series take turns.
 * @throws Problem omissions/not-missing
 */
export async function checkStillMissing(tx: Tx, { seriesId, year, from, to }: GivenAnswer): Promise<void> {
  await takeTurn(tx, "gap-answers", seriesId);
  const unanswered = (await listMissing(tx, seriesId, year)).filter(
    ({ number, state }) => number >= from && number <= to && state !== "answered",
  );
  if (from > to || unanswered.length !== to - from + 1) throw omissionProblem("not-missing");
}

async function proposeAnswer(
  tx: Tx,
  runtime: OmissionsRuntime,
  proposed: { readonly given: GivenAnswer; readonly series: SeriesRow; readonly rules: OmissionRules },
  step: Step,
): Promise<Proceeding> {
  const { given, series, rules } = proposed;
  const { body, item, seriesId } = series;
  const filter = { procedures: ["omission-answer"], open: true, target: seriesId };
  const waiting = (await listProceedings(tx, filter, null, WAITING_AT_MOST)).map(proposedAnswerOf);
  if (waiting.some((one) => one.year === given.year && one.from <= given.to && one.to >= given.from))
    throw omissionProblem("waits-already");
  const detail = {
    ...given,
    item,
    edition: rules.edition,
    words: maskPersonalNumbers(step.reason).text,
  } satisfies ProposedAnswer;
  return openProceeding(tx, procedureOf(runtime, "omission-answer"), { target: seriesId, body, detail }, step);
}

/** More answers of one series than this never wait at once: each covers other numbers. */
const WAITING_AT_MOST = 10_000;

/** Reads the detail of a proceeding of the procedure omission-answer. */
export function proposedAnswerOf({ detail }: Pick<Proceeding, "detail">): ProposedAnswer {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: proceedings of this procedure are opened by `proposeAnswer` only
  return detail as unknown as ProposedAnswer;
}

/** Writes an answer that is in force from now on. */
export async function putAnswer(
  tx: Tx,
  { seriesId, year, from, to }: GivenAnswer,
  { answer, review, askAgainAfterDays }: StandardAnswer,
  about: {
    readonly body: string;
    readonly edition: string;
    readonly approvedBy: string | null;
    readonly givenBy?: string;
  },
  { actor, at, reason, requestId }: Step,
): Promise<AnswerId> {
  const answerId = newId<AnswerId>();
  const { body, edition, approvedBy } = about;
  const givenBy = about.givenBy ?? actor.id;
  const askAgainOn = askAgainAfterDays === null ? null : addDays(dateOf(at), askAgainAfterDays);
  const range = { seriesId, body, year, from, to };
  const said = {
    answer,
    edition,
    review,
    words: maskPersonalNumbers(reason).text,
    givenBy,
    approvedBy,
    at,
    askAgainOn,
    undoes: null,
  };
  await insertAnswer(tx, { answerId, ...range, ...said });
  const detail = { body, year, from, to, answer };
  const entry = { at, actor, action: "omissions/answer", target: seriesId, detail };
  await recordAudit(tx, { ...entry, ...(requestId === undefined ? {} : { requestId }) });
  return answerId;
}

/** Takes an answer back by a further row; the numbers are asked for again. @throws Problem omissions/unknown-standing-answer */
export function undoAnswer(runtime: OmissionsRuntime, answerId: AnswerId, step: Step): Promise<void> {
  return inScopeOf(runtime.db, step.actor, async (tx) => {
    const { actor, at, reason, requestId } = step;
    await takeTurn(tx, "gap-answer", answerId);
    const standing = await findStandingAnswer(tx, answerId);
    if (!standing || !maySpeakFor(actor, standing.body)) throw omissionProblem("unknown-standing-answer");
    await insertAnswer(tx, {
      ...standing,
      answerId: newId<AnswerId>(),
      answer: null,
      edition: null,
      review: false,
      words: maskPersonalNumbers(reason).text,
      givenBy: actor.id,
      approvedBy: null,
      at,
      askAgainOn: null,
      undoes: answerId,
    });
    const entry = { at, actor, action: "omissions/undo-answer", target: standing.seriesId, detail: { answerId } };
    await recordAudit(tx, { ...entry, ...(requestId === undefined ? {} : { requestId }) });
  });
}
