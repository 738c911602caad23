import { sql } from "kysely";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { SeriesId } from "./omission.ts";

export type AnswerId = Uuid<"answer">;
export type SeriesJudgementId = Uuid<"series-judgement">;

/** An answer in force, or a row that takes one back. */
export interface GapAnswer {
  readonly answerId: AnswerId;
  readonly seriesId: SeriesId;
  readonly body: string;
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly answer: string | null;
  readonly edition: string | null;
  readonly review: boolean;
  readonly words: string;
  readonly givenBy: string;
  readonly approvedBy: string | null;
  readonly at: Instant;
  readonly askAgainOn: LocalDate | null;
  readonly undoes: AnswerId | null;
}

export async function insertAnswer(tx: Tx, answer: GapAnswer): Promise<void> {
  await sql`INSERT INTO gap_answers (answer_id, series_id, body, year, from_number, to_number, answer, edition, review, words,
      given_by, approved_by, at, ask_again_on, undoes)
    VALUES (${answer.answerId}::uuid, ${answer.seriesId}::uuid, ${answer.body}, ${answer.year}, ${answer.from}, ${answer.to},
      ${answer.answer}, ${answer.edition}, ${answer.review}, ${answer.words}, ${answer.givenBy}, ${answer.approvedBy},
      ${answer.at}::timestamptz, ${answer.askAgainOn}::date, ${answer.undoes}::uuid)`.execute(tx);
}

const ANSWER = sql`a.answer_id AS "answerId", a.series_id AS "seriesId", a.body, a.year, a.from_number AS "from",
    a.to_number AS "to", a.answer, a.edition, a.review, a.words, a.given_by AS "givenBy", a.approved_by AS "approvedBy", a.at,
    a.ask_again_on AS "askAgainOn", a.undoes`;

/** Answers of a series and takings back, newest first, with what undid them. */
export async function listAnswers(
  tx: Tx,
  seriesId: SeriesId,
  limit: number,
): Promise<(GapAnswer & { readonly undoneAt: Instant | null })[]> {
  const found = await sql<GapAnswer & { undoneAt: Instant | null }>`
    SELECT ${ANSWER}, (SELECT u.at FROM gap_answers u WHERE u.undoes = a.answer_id) AS "undoneAt"
    FROM gap_answers a WHERE a.series_id = ${seriesId}::uuid ORDER BY a.answer_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}

/** An answer that is not taken back yet; null for one that is, or that the reader may not see. */
export async function findStandingAnswer(tx: Tx, answerId: AnswerId): Promise<GapAnswer | null> {
  const found = await sql<GapAnswer>`SELECT ${ANSWER} FROM gap_answers a
    WHERE a.answer_id = ${answerId}::uuid AND a.answer IS NOT NULL
      AND NOT EXISTS (SELECT FROM gap_answers u WHERE u.undoes = a.answer_id)`.execute(tx);
  return found.rows[0] ?? null;
}

/** Whether a person or a proceeding speaks about a series: judged as one, or as none. */
export async function insertSeriesJudgement(
  tx: Tx,
  judgement: {
    readonly judgementId: SeriesJudgementId;
    readonly seriesId: SeriesId;
    readonly body: string;
    readonly verdict: "confirmed" | "no-series";
    readonly words: string;
    readonly givenBy: string;
    readonly approvedBy: string | null;
    readonly at: Instant;
  },
): Promise<void> {
  await sql`INSERT INTO series_judgements (judgement_id, series_id, body, verdict, words, given_by, approved_by, at)
    VALUES (${judgement.judgementId}::uuid, ${judgement.seriesId}::uuid, ${judgement.body}, ${judgement.verdict},
      ${judgement.words}, ${judgement.givenBy}, ${judgement.approvedBy}, ${judgement.at}::timestamptz)`.execute(tx);
}
