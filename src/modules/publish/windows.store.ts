import { sql } from "kysely";
import { CatalogueError } from "#catalogue";
import type { Tx } from "../../platform/db/types.ts";
import type { PublicityWindow } from "./rule-editions.ts";
import { SEVERITY_CLASSES } from "./severity-class.rules.ts";

/**
 * The last day in public of a row `s` with window_name, severity, decision_date and declared_end: what `publicWindow`
 * says, in SQL over the editions that the owner wrote, so that no caller brings an end of its own.
 */
export const LAST_DAY = sql`least(s.declared_end, (
      SELECT min(greatest(w.effective_from - 1, CASE WHEN NOT w.published THEN '-infinity'::date
        ELSE coalesce((s.decision_date + make_interval(months => w.maximum_months))::date, 'infinity'::date) END))
      FROM window_periods w
      WHERE w.window_name = s.window_name AND w.severity = coalesce(s.severity, '')
        AND (w.effective_to IS NULL OR w.effective_to >= s.decision_date)
        AND (w.caps_earlier OR w.effective_from IS NULL OR w.effective_from <= s.decision_date)))`;

interface StoredPeriod {
  readonly window: string;
  readonly edition: string;
  readonly severity: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly published: boolean;
  readonly months: number | null;
  readonly caps: boolean;
}

export interface SyncedWindows {
  readonly editions: readonly string[];
  readonly moved: number;
}

/**
 * Writes the editions of the publicity windows into the database; to be run as the owner, before anything is filed. Where
 * an edition came or ended, every publication gets its last day anew in the same transaction. Gives the editions that came
 * or ended, and how many publications got another end.
 * @throws CatalogueError when an edition was changed under its name or is missing: only an open end may be set
 */
export async function syncWindows(tx: Tx, windows: ReadonlyMap<string, PublicityWindow>): Promise<SyncedWindows> {
  const found = await sql<StoredPeriod>`
    SELECT window_name AS window, edition, severity, effective_from::text AS from, effective_to::text AS to, published,
      maximum_months AS months, caps_earlier AS caps FROM window_periods`.execute(tx);
  const wanted = new Map([...windows.values()].flatMap(periodsOf).map((period) => [keyOf(period), period]));
  const known = new Map(found.rows.map((period) => [keyOf(period), period]));
  const changed = found.rows.filter((period) => !isSame(period, wanted.get(keyOf(period))));
  if (changed.length > 0) throw new CatalogueError(changed.map(faultOf));
  const ended = [...wanted].filter(([key, period]) => known.get(key)?.to === null && period.to !== null);
  for (const [, { window, edition, severity, to }] of ended) {
    await sql`UPDATE window_periods SET effective_to = ${to}::date
      WHERE window_name = ${window} AND edition = ${edition} AND severity = ${severity}`.execute(tx);
  }
  const added = [...wanted].filter(([key]) => !known.has(key));
  for (const [, period] of added) {
    await sql`INSERT INTO window_periods (window_name, edition, severity, effective_from, effective_to, published, maximum_months, caps_earlier)
      VALUES (${period.window}, ${period.edition}, ${period.severity}, ${period.from}::date, ${period.to}::date,
        ${period.published}, ${period.months}, ${period.caps})`.execute(tx);
  }
  const editions = [...new Set([...ended, ...added].map(([, period]) => `${period.window}/${period.edition}`))];
  if (known.size === 0 || editions.length === 0) return { editions, moved: 0 };
  const moved = await sql`UPDATE publications p SET last_day = s.last_day
    FROM (SELECT s.subject_id, s.record_id, ${LAST_DAY} AS last_day FROM publications s) s
    WHERE p.subject_id = s.subject_id AND p.record_id = s.record_id AND p.last_day IS DISTINCT FROM s.last_day`.execute(
    tx,
  );
  return { editions, moved: Number(moved.numAffectedRows ?? 0n) };
}

/** One row for each class, and one for records without; a period for all classes stands once for each of them. */
function periodsOf({ window, editions }: PublicityWindow): StoredPeriod[] {
  return editions.flatMap((edition) =>
    edition.periods.flatMap((period) =>
      (period.severity === null ? ["", ...SEVERITY_CLASSES] : [period.severity]).map((severity) => ({
        window,
        edition: edition.edition,
        severity,
        from: edition.effectiveFrom,
        to: edition.effectiveTo,
        published: period.published,
        months: period.maximumMonths,
        caps: edition.capsEarlierDecisions !== null,
      })),
    ),
  );
}

function keyOf({ window, edition, severity }: StoredPeriod): string {
  return JSON.stringify([window, edition, severity]);
}

function isSame(stored: StoredPeriod, wanted: StoredPeriod | undefined): boolean {
  return (
    wanted !== undefined &&
    stored.from === wanted.from &&
    (stored.to === wanted.to || stored.to === null) &&
    stored.published === wanted.published &&
    stored.months === wanted.months &&
    stored.caps === wanted.caps
  );
}

function faultOf({ window, edition }: StoredPeriod): { file: string; pointer: string; message: string } {
  return {
    file: "rules/publicity-windows.json",
    pointer: `/${window}/${edition}`,
    message: "was changed or taken out after publications were bound to it; give the new text a new edition",
  };
}
