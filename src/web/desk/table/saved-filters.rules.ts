/** A filter under a name: the part of an address after the question mark. */
export interface SavedFilter {
  readonly name: string;
  readonly search: string;
}

const SEPARATOR = "\n";

/** A filter as one string, to be kept. */
export function toKept({ name, search }: SavedFilter): string {
  return `${name.replaceAll(SEPARATOR, " ")}${SEPARATOR}${search}`;
}

/** The filter of a kept string; null where it is none. */
export function fromKept(kept: string): SavedFilter | null {
  const at = kept.indexOf(SEPARATOR);
  return at <= 0 ? null : { name: kept.slice(0, at), search: kept.slice(at + 1) };
}

/** The same conditions in whatever order they were chosen. */
export function isSameFilter(one: string, other: string): boolean {
  return normalised(one) === normalised(other);
}

/** A further filter; one of the same name gives way. */
export function withFilter(filters: readonly SavedFilter[], added: SavedFilter): SavedFilter[] {
  return [...filters.filter(({ name }) => name !== added.name), added].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function normalised(search: string): string {
  const conditions = [...new URLSearchParams(search)]
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${value}`);
  return conditions.toSorted().join("&");
}
