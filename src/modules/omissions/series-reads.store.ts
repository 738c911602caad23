import { sql } from "kysely";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { Confidence } from "./omission-law.ts";
import type { MonthRow, SeriesId } from "./omission.ts";
import type { SeriesYear, Unfitting } from "./series.rules.ts";

/** `proposed`: learnt, and nobody has said yet that it is one. */
export type Verdict = "proposed" | "confirmed" | "no-series";

/** How many missing numbers stand in which state. */
export interface GapCounts {
  readonly notYetAsked: number;
  readonly open: number;
  readonly unexplained: number;
  readonly answered: number;
}

export interface SeriesRow extends GapCounts {
  readonly seriesId: SeriesId;
  readonly body: string;
  readonly item: string;
  readonly form: string;
  readonly width: number;
  readonly example: string;
  readonly numbers: number;
  readonly density: number;
  readonly confidence: Confidence;
  readonly years: readonly Omit<SeriesYear, "missing">[];
  readonly proposedAt: Instant;
  readonly verdict: Verdict;
}

const COUNTS = sql`count(*) FILTER (WHERE m.state = 'not-yet-asked')::integer AS "notYetAsked",
    count(*) FILTER (WHERE m.state = 'open')::integer AS open,
    count(*) FILTER (WHERE m.state = 'unexplained')::integer AS unexplained,
    count(*) FILTER (WHERE m.state = 'answered')::integer AS answered`;

const VERDICT = sql`coalesce((SELECT j.verdict FROM series_judgements j WHERE j.series_id = s.series_id
    ORDER BY j.judgement_id DESC LIMIT 1), 'proposed') AS verdict`;

const SERIES = sql`s.series_id AS "seriesId", s.body, s.item, s.form, s.width, s.example, s.numbers, s.density, s.confidence,
    s.years, s.proposed_at AS "proposedAt"`;

/** Series on file that the reader may see, by body, item and name. */
export async function listSeries(
  tx: Tx,
  filter: { readonly body: string | null; readonly item: string | null },
): Promise<SeriesRow[]> {
  const found = await sql<SeriesRow>`
    SELECT ${SERIES}, ${VERDICT}, c.* FROM number_series s
    CROSS JOIN LATERAL (SELECT ${COUNTS} FROM missing_states m WHERE m.series_id = s.series_id) c
    WHERE s.on_file AND (${filter.body}::text IS NULL OR s.body = ${filter.body})
      AND (${filter.item}::text IS NULL OR s.item = ${filter.item})
    ORDER BY s.body, s.item, s.series COLLATE "C"`.execute(tx);
  return found.rows;
}

export async function findSeries(tx: Tx, seriesId: SeriesId): Promise<SeriesRow | null> {
  const found = await sql<SeriesRow>`
    SELECT ${SERIES}, ${VERDICT}, c.* FROM number_series s
    CROSS JOIN LATERAL (SELECT ${COUNTS} FROM missing_states m WHERE m.series_id = s.series_id) c
    WHERE s.series_id = ${seriesId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

export type MissingState = "not-yet-asked" | "open" | "unexplained" | "answered";

export interface MissingRow {
  readonly year: number;
  readonly number: number;
  readonly place: "between" | "leading" | "attested";
  readonly month: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly dueMissing: string | null;
  readonly answerBy: LocalDate | null;
  readonly state: MissingState;
  readonly answerId: string | null;
  readonly answer: string | null;
  readonly askAgainOn: LocalDate | null;
}

/** The missing numbers of a series that have not arrived, in order; of one year where one is named. */
export async function listMissing(tx: Tx, seriesId: SeriesId, year: number | null): Promise<MissingRow[]> {
  const found = await sql<MissingRow>`
    SELECT year, number, place, month, due_on AS "dueOn", due_missing AS "dueMissing", answer_by AS "answerBy", state,
      answer_id AS "answerId", answer, ask_again_on AS "askAgainOn"
    FROM missing_states WHERE series_id = ${seriesId}::uuid AND state <> 'arrived'
      AND (${year}::integer IS NULL OR year = ${year})
    ORDER BY year, number`.execute(tx);
  return found.rows;
}

export interface Scan {
  readonly body: string;
  readonly item: string;
  readonly scannedAt: Instant;
  readonly unfitting: Readonly<Record<Unfitting, number>>;
  readonly samples: readonly { readonly documentNumber: string; readonly why: Unfitting }[];
}

/** What was read when, and what fits no series. */
export async function listScans(tx: Tx, body: string | null): Promise<Scan[]> {
  const found = await sql<Scan>`SELECT body, item, scanned_at AS "scannedAt", unfitting, samples FROM number_scans
    WHERE ${body}::text IS NULL OR body = ${body} ORDER BY body, item`.execute(tx);
  return found.rows;
}

/** Decisions on file by month from a month on, oldest first. */
export async function listMonths(tx: Tx, body: string | null, from: LocalDate): Promise<MonthRow[]> {
  const found = await sql<MonthRow>`SELECT body, item, month, decisions FROM decision_months
    WHERE month >= ${from}::date AND (${body}::text IS NULL OR body = ${body}) ORDER BY body, item, month`.execute(tx);
  return found.rows;
}

/** Counts of confirmed series by body, item and month of decision. */
export interface OmissionCount {
  readonly body: string;
  readonly item: string;
  readonly month: LocalDate;
  readonly answered: number;
  readonly open: number;
  readonly unexplained: number;
  /** Earliest day by which an open one is to be answered. */
  readonly answerBy: LocalDate | null;
}

export async function listCounts(
  tx: Tx,
  filter: { readonly body: string | null; readonly from: LocalDate | null; readonly to: LocalDate | null },
): Promise<OmissionCount[]> {
  const { body, from, to } = filter;
  const found = await sql<OmissionCount>`
    SELECT m.body, m.item, m.month, count(*) FILTER (WHERE m.state = 'answered')::integer AS answered,
      count(*) FILTER (WHERE m.state = 'open')::integer AS open,
      count(*) FILTER (WHERE m.state = 'unexplained')::integer AS unexplained,
      min(m.answer_by) FILTER (WHERE m.state = 'open') AS "answerBy"
    FROM missing_states m
    WHERE m.verdict = 'confirmed' AND m.state IN ('answered', 'open', 'unexplained')
      AND (${body}::text IS NULL OR m.body = ${body}) AND (${from}::date IS NULL OR m.month >= ${from}::date)
      AND (${to}::date IS NULL OR m.month <= ${to}::date)
    GROUP BY m.body, m.item, m.month ORDER BY m.month DESC, m.body, m.item`.execute(tx);
  return found.rows;
}
