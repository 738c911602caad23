import { createHash } from "node:crypto";
import { sql } from "kysely";
import { canonicalJson } from "../../../verify/canonical-json.ts";
import type { Tx } from "../../../platform/db/types.ts";
import type { CalendarYear } from "./calendar-year.ts";
import type { Workdays } from "./workdays.ts";

/**
 * Notes which text of each year's calendar is in use; to be run as the owner. Gives the years that are new, amended or
 * gone since the last time: terms that reach into them must be counted anew.
 */
export async function syncCalendars(tx: Tx, workdays: Workdays): Promise<readonly number[]> {
  const found = await sql<{ year: number; digest: Buffer }>`SELECT year, digest FROM calendar_years`.execute(tx);
  const known = new Map(found.rows.map((row) => [row.year, row.digest.toString("hex")]));
  const present = new Map(workdays.years.map((year) => [year.year, digestOf(year)]));
  const changed = [...present].filter(([year, digest]) => known.get(year) !== digest);
  const gone = [...known.keys()].filter((year) => !present.has(year));
  for (const [year, digest] of changed) {
    await sql`INSERT INTO calendar_years (year, digest) VALUES (${year}, decode(${digest}, 'hex'))
      ON CONFLICT (year) DO UPDATE SET digest = excluded.digest, loaded_at = now()`.execute(tx);
  }
  if (gone.length > 0) await sql`DELETE FROM calendar_years WHERE year = ANY (${gone}::integer[])`.execute(tx);
  return [...changed.map(([year]) => year), ...gone].toSorted((a, b) => a - b);
}

function digestOf({ year, workingDays, daysOff }: CalendarYear): string {
  const days = { year, working: [...workingDays.keys()].toSorted(), off: [...daysOff.keys()].toSorted() };
  return createHash("sha256").update(canonicalJson(days)).digest("hex");
}
