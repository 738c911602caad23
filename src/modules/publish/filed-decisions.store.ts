import { sql, type RawBuilder } from "kysely";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { HoldReason } from "./publication-plan.ts";

/** Which decisions are meant: of these items and bodies, decided between two days, both included. */
export interface FiledFilter {
  readonly items: readonly string[];
  readonly bodies: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** How many decisions of a body's month are on file. */
export interface FiledCount {
  readonly item: string;
  readonly sourceBody: string;
  /** "YYYY-MM" of the decision. */
  readonly month: string;
  readonly count: number;
}

/** A decision on file, published or not. */
export interface FiledDecision {
  readonly recordId: RecordId;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
  readonly reportedAt: Instant;
  readonly firstPublicAt: Instant | null;
  readonly hold: HoldReason | null;
}

/** A published record as a sample draws it. */
export interface PublishedRecord {
  readonly subjectId: SubjectId;
  readonly recordId: RecordId;
  readonly version: number;
  /** Hex SHA-256 of the seed, a slash and the record's id. */
  readonly ticket: string;
}

function within({ items, bodies, from, to }: FiledFilter): RawBuilder<unknown> {
  return sql`item = ANY(${[...items]}::text[]) AND source_body = ANY(${[...bodies]}::text[])
    AND decision_date BETWEEN ${from}::date AND ${to}::date`;
}

/**
 * Counts the decisions that are on file, by item, body and month. What was withdrawn is not counted: it is few, so that it is
 * counted apart and subtracted, and the rest is read from an index alone, by day first, which is the order of the index.
 */
export async function countFiledDecisions(tx: Tx, filter: FiledFilter): Promise<FiledCount[]> {
  const found = await sql<FiledCount>`
    WITH filed AS (
      SELECT item, source_body, decision_date, count(*) AS n FROM publications
      WHERE ${within(filter)} AND hold IS DISTINCT FROM 'rehomed' GROUP BY 1, 2, 3),
    withdrawn AS (
      SELECT item, source_body, decision_date, count(*) AS n FROM records
      WHERE ${within(filter)} AND state = 'withdrawn' GROUP BY 1, 2, 3)
    SELECT item, source_body AS "sourceBody", to_char(decision_date, 'YYYY-MM') AS month,
      (sum(f.n) - coalesce(sum(w.n), 0))::integer AS count
    FROM filed f LEFT JOIN withdrawn w USING (item, source_body, decision_date) GROUP BY 1, 2, 3`.execute(tx);
  return found.rows;
}

/** The decisions behind such a count, by day; numbers of third persons in document numbers are masked. */
export async function listFiledDecisions(
  tx: Tx,
  filter: FiledFilter,
  after: { readonly decisionDate: LocalDate; readonly recordId: RecordId } | null,
  limit: number,
): Promise<FiledDecision[]> {
  const onward =
    after === null
      ? sql`true`
      : sql`(p.decision_date, p.record_id) > (${after.decisionDate}::date, ${after.recordId}::uuid)`;
  const found = await sql<FiledDecision>`
    SELECT p.record_id AS "recordId", p.decision_date AS "decisionDate", p.reported_at AS "reportedAt",
      p.first_public_at AS "firstPublicAt", p.hold,
      coalesce(p.masked ->> (e.roles ->> 'document-number'), r.document_number) AS "documentNumber"
    FROM (SELECT * FROM publications WHERE ${within(filter)}) p
    JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
    JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
    WHERE r.state = 'active' AND ${onward}
    ORDER BY p.decision_date, p.record_id LIMIT ${limit}`.execute(tx);
  return found.rows;
}

/** All published records of a filter in the order of their ids, each with its ticket for a draw by a seed. */
export async function listPublishedRecords(
  tx: Tx,
  filter: FiledFilter,
  seed: string,
  limit: number,
): Promise<PublishedRecord[]> {
  const found = await sql<PublishedRecord>`
    SELECT p.subject_id AS "subjectId", p.record_id AS "recordId", r.head_version AS version,
      encode(sha256(convert_to(${seed}::text || '/' || p.record_id::text, 'UTF8')), 'hex') AS ticket
    FROM (SELECT * FROM publications WHERE ${within(filter)}) p
    JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
    WHERE r.state = 'active' AND p.first_public_at IS NOT NULL
    ORDER BY p.record_id LIMIT ${limit}`.execute(tx);
  return found.rows;
}
