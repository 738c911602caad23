import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/types.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import type { Deadlines } from "./rule-editions.ts";

/**
 * Notes which terms are in use; to be run as the owner. Gives the codes of those that are new, changed or gone since the
 * last time: what they decided must be counted anew.
 */
export async function syncTerms(tx: Tx, { editions }: Deadlines): Promise<readonly string[]> {
  const found = await sql<{ deadline: string; digest: Buffer }>`SELECT deadline, digest FROM terms`.execute(tx);
  const known = new Map(found.rows.map((row) => [row.deadline, row.digest.toString("hex")]));
  const present = new Map(
    [...editions].map(([deadline, rules]) => {
      const counted = rules.map(({ workingDays, from, effectiveFrom }) => ({ workingDays, from, effectiveFrom }));
      return [deadline, createHash("sha256").update(canonicalJson(counted)).digest("hex")];
    }),
  );
  const changed = [...present].filter(([deadline, digest]) => known.get(deadline) !== digest);
  const gone = [...known.keys()].filter((deadline) => !present.has(deadline));
  for (const [deadline, digest] of changed) {
    await sql`INSERT INTO terms (deadline, digest) VALUES (${deadline}, decode(${digest}, 'hex'))
      ON CONFLICT (deadline) DO UPDATE SET digest = excluded.digest, loaded_at = now()`.execute(tx);
  }
  if (gone.length > 0) await sql`DELETE FROM terms WHERE deadline = ANY (${gone}::text[])`.execute(tx);
  return [...changed.map(([deadline]) => deadline), ...gone].toSorted();
}
