import type { BodyEntry } from "../../../../client/index.ts";

/** The bodies of one division. */
export interface Level {
  readonly division: string;
  readonly bodies: readonly BodyEntry[];
}

/** Whether a body's name, other name or code contains what was typed. */
export function matches({ body, name, aliases }: BodyEntry, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [body, name.zh, name.en, ...aliases].some((text) => text.toLowerCase().includes(wanted));
}

/** Whether a body has not been abolished by a day (YYYY-MM-DD). */
export function existsOn({ validTo }: BodyEntry, day: string): boolean {
  return validTo === null || validTo >= day;
}

/** Bodies by division: the nation, the province, the city, then what lies within, each in the order of the catalogue. */
export function levelsOf(bodies: readonly BodyEntry[]): Level[] {
  const divisions = [...new Set(bodies.map(({ division }) => division))].toSorted(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return divisions.map((division) => ({ division, bodies: bodies.filter((entry) => entry.division === division) }));
}

/** Trailing pairs of zeros tell the level of a code of GB/T 2260: 420000 a province, 420200 a city, 420281 within it. */
function rank(division: string): number {
  if (division === "100000") return 0;
  if (division.endsWith("0000")) return 1;
  return division.endsWith("00") ? 2 : 3;
}
