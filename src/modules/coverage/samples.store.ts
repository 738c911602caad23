import { sql, type RawBuilder } from "kysely";
import type { RecordId, SampleId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { SampleOutcome } from "./coverage.rules.ts";

/** A random sample, with what its comparisons found so far. */
export interface Sample {
  readonly sampleId: SampleId;
  readonly item: string;
  readonly body: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly seed: string;
  /** How many published records there were to draw from. */
  readonly frameSize: number;
  /** Hex SHA-256 over their ids, each with a line feed. */
  readonly frameHash: string;
  readonly size: number;
  readonly drawnBy: string;
  readonly drawnAt: Instant;
  readonly outcomes: Readonly<Record<SampleOutcome, number>>;
}

/** What a comparison found. */
export interface SampleCheck {
  readonly sequence: number;
  readonly outcome: SampleOutcome;
  /** Keys of the fields that differ. */
  readonly fields: readonly string[];
  /** The document: its number, file or address. */
  readonly checkedAgainst: string;
  readonly words: string;
  readonly checkedBy: string;
  readonly checkedAt: Instant;
}

/** A record of a sample; `checks` the newest first. */
export interface SampleRow {
  readonly place: number;
  readonly recordId: RecordId;
  readonly version: number;
  readonly documentNumber: string;
  readonly decisionDate: LocalDate;
  readonly checks: readonly SampleCheck[];
}

export interface NewSample {
  readonly sampleId: SampleId;
  readonly item: string;
  readonly body: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly seed: string;
  readonly frame: readonly RecordId[];
  readonly frameHash: Uint8Array;
  readonly drawnBy: string;
  readonly drawnAt: Instant;
  readonly rows: readonly {
    readonly subjectId: SubjectId;
    readonly recordId: RecordId;
    readonly version: number;
  }[];
}

export async function insertSample(tx: Tx, sample: NewSample): Promise<void> {
  const { sampleId, item, body, from, to, seed, frame, frameHash, drawnBy, drawnAt, rows } = sample;
  await sql`INSERT INTO samples (sample_id, item, body, period_first, period_last, seed, frame, frame_hash, size, drawn_by, drawn_at)
    VALUES (${sampleId}::uuid, ${item}, ${body}, ${from}::date, ${to}::date, ${seed}, ${[...frame]}::uuid[],
      ${Buffer.from(frameHash)}, ${rows.length}, ${drawnBy}, ${drawnAt}::timestamptz)`.execute(tx);
  await sql`INSERT INTO sample_rows (sample_id, place, subject_id, record_id, version)
    SELECT ${sampleId}::uuid, d.place, d.subject_id, d.record_id, d.version
    FROM unnest(${rows.map(({ subjectId }) => subjectId)}::uuid[], ${rows.map(({ recordId }) => recordId)}::uuid[],
      ${rows.map(({ version }) => version)}::integer[]) WITH ORDINALITY AS d (subject_id, record_id, version, place)`.execute(
    tx,
  );
}

const COLUMNS = sql`s.sample_id AS "sampleId", s.item, s.body, s.period_first AS "from", s.period_last AS "to", s.seed,
  cardinality(s.frame) AS "frameSize", encode(s.frame_hash, 'hex') AS "frameHash", s.size, s.drawn_by AS "drawnBy",
  s.drawn_at AS "drawnAt",
  (SELECT jsonb_build_object('right', count(*) FILTER (WHERE c.outcome = 'right'),
      'wrong', count(*) FILTER (WHERE c.outcome = 'wrong'),
      'no-document', count(*) FILTER (WHERE c.outcome = 'no-document'))
    FROM (SELECT DISTINCT ON (place) outcome FROM sample_checks WHERE sample_id = s.sample_id
      ORDER BY place, sequence DESC) c) AS outcomes`;

/** Samples, the newest first, from before one of them. */
export async function listSamples(
  tx: Tx,
  filter: { readonly item?: string | undefined; readonly bodies?: readonly string[] | undefined },
  before: SampleId | null,
  limit: number,
): Promise<Sample[]> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (filter.item !== undefined) parts.push(sql`s.item = ${filter.item}`);
  if (filter.bodies !== undefined) parts.push(sql`s.body = ANY(${[...filter.bodies]}::text[])`);
  if (before !== null) parts.push(sql`s.sample_id < ${before}::uuid`);
  const found = await sql<Sample>`SELECT ${COLUMNS} FROM samples s WHERE ${sql.join(parts, sql` AND `)}
    ORDER BY s.sample_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}

/** Whether any sample was ever drawn. */
export async function hasSamples(tx: Tx): Promise<boolean> {
  return (await sql`SELECT FROM samples LIMIT 1`.execute(tx)).rows.length > 0;
}

export async function findSample(tx: Tx, sampleId: SampleId): Promise<Sample | null> {
  const found = await sql<Sample>`SELECT ${COLUMNS} FROM samples s WHERE s.sample_id = ${sampleId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

/** The ids of all records that a sample was drawn from, ascending. */
export async function findFrame(tx: Tx, sampleId: SampleId): Promise<readonly RecordId[]> {
  const found = await sql<{ recordId: RecordId }>`SELECT unnest(frame) AS "recordId" FROM samples
    WHERE sample_id = ${sampleId}::uuid`.execute(tx);
  return found.rows.map(({ recordId }) => recordId);
}

/** The rows of a sample in the order of the draw, with all that comparisons found. */
export async function listSampleRows(tx: Tx, sampleId: SampleId): Promise<SampleRow[]> {
  const found = await sql<SampleRow>`
    SELECT s.place, s.record_id AS "recordId", s.version, r.decision_date AS "decisionDate",
      coalesce(p.masked ->> (e.roles ->> 'document-number'), r.document_number) AS "documentNumber",
      coalesce((SELECT jsonb_agg(jsonb_build_object('sequence', c.sequence, 'outcome', c.outcome, 'fields', c.fields,
          'checkedAgainst', c.checked_against, 'words', c.words, 'checkedBy', c.checked_by, 'checkedAt', c.checked_at)
          ORDER BY c.sequence DESC)
        FROM sample_checks c WHERE c.sample_id = s.sample_id AND c.place = s.place), '[]') AS checks
    FROM sample_rows s
    JOIN records r ON r.subject_id = s.subject_id AND r.record_id = s.record_id
    JOIN publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
    JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
    WHERE s.sample_id = ${sampleId}::uuid ORDER BY s.place`.execute(tx);
  return found.rows;
}

/** Adds what a comparison found; false where the sample has no such row. */
export async function insertCheck(
  tx: Tx,
  { sampleId, place }: { readonly sampleId: SampleId; readonly place: number },
  check: Omit<SampleCheck, "sequence">,
): Promise<boolean> {
  const { outcome, fields, checkedAgainst, words, checkedBy, checkedAt } = check;
  const made =
    await sql`INSERT INTO sample_checks (sample_id, place, sequence, outcome, fields, checked_against, words, checked_by, checked_at)
    SELECT r.sample_id, r.place, 1 + (SELECT count(*) FROM sample_checks c WHERE c.sample_id = r.sample_id AND c.place = r.place),
      ${outcome}, ${[...fields]}::text[], ${checkedAgainst}, ${words}, ${checkedBy}, ${checkedAt}::timestamptz
    FROM sample_rows r WHERE r.sample_id = ${sampleId}::uuid AND r.place = ${place}`.execute(tx);
  return Number(made.numAffectedRows ?? 0n) === 1;
}
