import { sql } from "kysely";
import type { Tx } from "../../platform/db/types.ts";

/** All names known for the subjects that hold these credit codes, as they were reported, the latest first. */
export async function findNamesByUscc(tx: Tx, usccs: readonly string[]): Promise<Map<string, readonly string[]>> {
  if (usccs.length === 0) return new Map();
  const found = await sql<{ value: string; names: string[] }>`
    SELECT i.value, array_agg(n.name ORDER BY n.registered_from DESC NULLS LAST, n.valid_from DESC) AS names
    FROM subject_identifiers i JOIN subject_names n ON n.subject_id = i.subject_id
    WHERE n.retracted_at IS NULL AND i.scheme = 'uscc' AND i.value = ANY(${[...usccs]}::text[])
    GROUP BY i.value`.execute(tx);
  return new Map(found.rows.map((row) => [row.value, row.names]));
}
