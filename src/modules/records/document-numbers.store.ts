import { sql } from "kysely";
import type { BatchId, JudgementId } from "../../kernel/ids.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** One body's records of one item. */
export interface BodyItem {
  readonly body: string;
  readonly item: string;
}

/** A document number on file, once for all parties of the decision. */
export interface NumberOnFile {
  readonly documentNumber: string;
  /** The latest day of decision under this number. */
  readonly day: LocalDate;
}

const PAGE = 20_000;

/**
 * The document numbers that a body has on file under an item, each once, whatever became of the record since: what was
 * withdrawn was reported all the same. Read by a cursor, so that a million of them never stand in memory at once.
 */
export async function* streamDocumentNumbers(
  tx: Tx,
  { body, item }: BodyItem,
): AsyncGenerator<readonly NumberOnFile[]> {
  await sql`DECLARE document_numbers NO SCROLL CURSOR FOR
    SELECT document_number AS "documentNumber", max(decision_date) AS day FROM records
    WHERE item = ${sql.lit(item)} AND source_body = ${sql.lit(body)} AND state <> 'rehomed'
    GROUP BY document_number`.execute(tx);
  try {
    for (;;) {
      const { rows } = await sql<NumberOnFile>`FETCH ${sql.lit(PAGE)} FROM document_numbers`.execute(tx);
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) return;
    }
  } finally {
    await sql`CLOSE document_numbers`.execute(tx);
  }
}

/** Whose records of which item these batches and judgements brought or moved; with null, all that there are. */
export async function listTouchedBodies(
  tx: Tx,
  by: { readonly batches: readonly BatchId[]; readonly judgements: readonly JudgementId[] } | null,
): Promise<BodyItem[]> {
  if (by === null)
    return (await sql<BodyItem>`SELECT DISTINCT source_body AS body, item FROM records`.execute(tx)).rows;
  const found = await sql<BodyItem>`
    SELECT DISTINCT r.source_body AS body, r.item FROM record_versions v
    JOIN records r ON r.subject_id = v.subject_id AND r.record_id = v.record_id
    WHERE v.batch_id = ANY(${[...by.batches]}::uuid[]) OR v.judgement_id = ANY(${[...by.judgements]}::uuid[])`.execute(
    tx,
  );
  return found.rows;
}
