import { sql } from "kysely";
import type { BodyItem } from "#records";
import { newId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { SeriesId } from "./omission.ts";
import type { Marks } from "./omissions-runtime.ts";
import type { Learnt, LearntSeries } from "./series.rules.ts";

/** A missing number with its days, as it is kept. */
export interface DatedQuestion {
  readonly seriesId: SeriesId;
  readonly year: number;
  readonly number: number;
  readonly place: "between" | "leading" | "attested";
  readonly month: string;
  readonly dueOn: string | null;
  readonly dueMissing: string | null;
  readonly answerBy: string | null;
}

/** Lets one reading of a body's numbers of an item happen at a time, until the transaction ends. */
export async function lockNumbers(tx: Tx, { body, item }: BodyItem): Promise<void> {
  await takeTurn(tx, "omissions", body, item);
}

export async function findMarks(tx: Tx): Promise<Marks> {
  const found = await sql<{ source: string; until: Instant }>`SELECT source, until FROM number_marks`.execute(tx);
  const of = (source: string): Instant | null => found.rows.find((row) => row.source === source)?.until ?? null;
  return { batches: of("batches"), judgements: of("judgements") };
}

export async function saveMarks(tx: Tx, marks: Marks): Promise<void> {
  for (const [source, until] of Object.entries(marks)) {
    if (until === null) continue;
    await sql`INSERT INTO number_marks (source, until) VALUES (${source}, ${until}::timestamptz)
      ON CONFLICT (source) DO UPDATE SET until = greatest(number_marks.until, excluded.until)`.execute(tx);
  }
}

/** Keeps what was learnt of a body and item; gives the id of each series by its name. */
export async function saveSeries(
  tx: Tx,
  { body, item }: BodyItem,
  series: readonly LearntSeries[],
  at: Instant,
): Promise<ReadonlyMap<string, SeriesId>> {
  const rows = series.map((one) => ({
    series_id: newId<SeriesId>(),
    series: one.series,
    form: one.form,
    width: one.width,
    example: one.example,
    numbers: one.numbers,
    density: one.density,
    confidence: one.confidence,
    years: one.years.map(({ missing: _missing, ...year }) => year),
  }));
  await sql`UPDATE number_series SET on_file = false
    WHERE body = ${body} AND item = ${item} AND on_file AND series <> ALL(${rows.map((row) => row.series)}::text[])`.execute(
    tx,
  );
  const saved = await sql<{ series: string; seriesId: SeriesId }>`
    INSERT INTO number_series (series_id, body, item, series, form, width, example, numbers, density, confidence, years,
      proposed_at, on_file)
    SELECT s.series_id, ${body}, ${item}, s.series, s.form, s.width, s.example, s.numbers, s.density, s.confidence, s.years,
      ${at}::timestamptz, true
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s (series_id uuid, series text, form text, width integer,
      example text, numbers integer, density double precision, confidence text, years jsonb)
    ON CONFLICT (body, item, series) DO UPDATE SET form = excluded.form, width = excluded.width,
      example = excluded.example, numbers = excluded.numbers, density = excluded.density,
      confidence = excluded.confidence, years = excluded.years, on_file = true
    RETURNING series, series_id AS "seriesId"`.execute(tx);
  return new Map(saved.rows.map((row) => [row.series, row.seriesId]));
}

/** Makes the missing numbers of a body and item these: new ones are raised, those that are missing no more close. */
export async function syncMissing(
  tx: Tx,
  { body, item }: BodyItem,
  questions: readonly DatedQuestion[],
  at: Instant,
): Promise<void> {
  const column = <Value>(of: (question: DatedQuestion) => Value): Value[] => questions.map(of);
  await sql`WITH wanted AS MATERIALIZED (
      SELECT * FROM unnest(${column((one) => one.seriesId)}::uuid[], ${column((one) => one.year)}::integer[],
        ${column((one) => one.number)}::integer[], ${column((one) => one.place)}::text[], ${column((one) => one.month)}::date[],
        ${column((one) => one.dueOn)}::date[], ${column((one) => one.dueMissing)}::text[], ${column((one) => one.answerBy)}::date[])
        AS w (series_id, year, number, place, month, due_on, due_missing, answer_by)),
    closed AS (
      UPDATE missing_numbers m SET arrived_at = ${at}::timestamptz
      WHERE m.body = ${body} AND m.item = ${item} AND m.arrived_at IS NULL AND NOT EXISTS (SELECT FROM wanted w
        WHERE w.series_id = m.series_id AND w.year = m.year AND w.number = m.number))
    INSERT INTO missing_numbers AS m (series_id, year, number, body, item, place, month, due_on, due_missing, answer_by, raised_at)
    SELECT series_id, year, number, ${body}, ${item}, place, month, due_on, due_missing, answer_by, ${at}::timestamptz FROM wanted
    ON CONFLICT (series_id, year, number) DO UPDATE SET place = excluded.place, month = excluded.month,
      due_on = excluded.due_on, due_missing = excluded.due_missing, answer_by = excluded.answer_by, arrived_at = NULL
    WHERE (m.place, m.month, m.due_on, m.due_missing, m.answer_by, m.arrived_at) IS DISTINCT FROM
      (excluded.place, excluded.month, excluded.due_on, excluded.due_missing, excluded.answer_by, NULL)`.execute(tx);
}

/** Replaces the counts of decisions by month ("YYYY-MM"). */
export async function replaceMonths(
  tx: Tx,
  { body, item }: BodyItem,
  months: ReadonlyMap<string, number>,
): Promise<void> {
  const names = [...months.keys()].map((month) => `${month}-01`);
  await sql`DELETE FROM decision_months WHERE body = ${body} AND item = ${item}
    AND month <> ALL(${names}::date[])`.execute(tx);
  await sql`INSERT INTO decision_months (body, item, month, decisions)
    SELECT ${body}, ${item}, m.month, m.decisions
    FROM unnest(${names}::date[], ${[...months.values()]}::integer[]) AS m (month, decisions)
    ON CONFLICT (body, item, month) DO UPDATE SET decisions = excluded.decisions`.execute(tx);
}

export async function saveScan(
  tx: Tx,
  { body, item }: BodyItem,
  scan: Pick<Learnt, "unfitting" | "samples"> & { readonly at: Instant },
): Promise<void> {
  await sql`INSERT INTO number_scans (body, item, scanned_at, unfitting, samples)
    VALUES (${body}, ${item}, ${scan.at}::timestamptz, ${JSON.stringify(scan.unfitting)}::jsonb,
      ${JSON.stringify(scan.samples)}::jsonb)
    ON CONFLICT (body, item) DO UPDATE SET scanned_at = excluded.scanned_at, unfitting = excluded.unfitting,
      samples = excluded.samples`.execute(tx);
}
