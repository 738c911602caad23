import type { BodyEntry } from "../../../../client/index.ts";

/** How the bodies of the nation are placed. */
export const NATION = "100000";

/** Whether a body's name, other name or code contains what was typed. */
export function matches({ body, name, aliases }: BodyEntry, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [body, name.zh, name.en, ...aliases].some((text) => text.toLowerCase().includes(wanted));
}

/** Whether a body has not been abolished by a day (YYYY-MM-DD). */
export function existsOn({ validTo }: BodyEntry, day: string): boolean {
  return validTo === null || validTo >= day;
}

/** The nation, the province, the city, then what lies within it, each in the order of the catalogue. */
export function byLevel(bodies: readonly BodyEntry[]): BodyEntry[] {
  return bodies.toSorted((a, b) => rank(a.division) - rank(b.division) || compare(a.division, b.division));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Trailing pairs of zeros tell the level of a code of GB/T 2260: 420000 a province, 420200 a city, 420281 within it. */
function rank(division: string): number {
  if (division === NATION) return 0;
  if (division.endsWith("0000")) return 1;
  return division.endsWith("00") ? 2 : 3;
}
