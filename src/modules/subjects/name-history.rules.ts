/** The names of a subject in time: which held on a day, which is the current one, which were borne before. Pure. */
import type { LocalDate } from "../../kernel/time.ts";
import { compareNames } from "./match-name.rules.ts";

/** A name and since when it is known. */
export interface NameSpan {
  readonly folded: string;
  /** Earliest day that carries it. */
  readonly from: LocalDate;
  /** Latest approval day of a registration under it; null where only reports of others carry it. */
  readonly registeredFrom: LocalDate | null;
}

/** A name as the public reads it. */
export interface PublicName extends NameSpan {
  readonly name: string;
}

/**
 * The names by which a subject may rightly have been called on a day. Registrations follow one another: each holds from
 * its approval until the next one's. What others report holds where it was first seen; before the first registration that
 * is known nobody can say which name held, so that one and all reported earlier count.
 */
export function namesValidOn(names: Iterable<NameSpan>, day: LocalDate): NameSpan[] {
  const all = [...names];
  const registered = all.filter(isRegistered).toSorted((a, b) => order(a.registeredFrom, b.registeredFrom));
  if (registered.length === 0) return all;
  const next = registered.findIndex((name) => name.registeredFrom > day);
  const current = registered.at(next === -1 ? -1 : next - 1);
  const until = next === -1 ? null : (registered[next]?.registeredFrom ?? null);
  if (next === 0 || !current) {
    const [first] = registered;
    return all.filter((name) => name === first || (!isRegistered(name) && (until === null || name.from < until)));
  }
  // A name that was registered twice may have held between, as far as we know.
  const again = registered.filter((name) => name !== current && name.from <= day && name.registeredFrom > day);
  const reported = all.filter(
    (name) => !isRegistered(name) && name.from >= current.registeredFrom && (until === null || name.from < until),
  );
  return [current, ...again, ...reported];
}

function isRegistered(name: NameSpan): name is NameSpan & { readonly registeredFrom: LocalDate } {
  return name.registeredFrom !== null;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The current name (newest registration, else the latest report) and the former ones, newest first, with the day on which
 * the next came. Another spelling of a name that the subject bears is no former name.
 */
export function nameHistory<Name extends PublicName>(
  names: readonly Name[],
): { readonly current: Name; readonly former: { readonly name: string; readonly until: LocalDate | null }[] } | null {
  const sorted = uniqueNames(names).toSorted(
    (a, b) =>
      order(b.registeredFrom ?? "", a.registeredFrom ?? "") || order(b.from, a.from) || order(a.folded, b.folded),
  );
  const [current] = sorted;
  if (!current) return null;
  const borne: Name[] = [current];
  const former: { name: string; until: LocalDate | null }[] = [];
  for (const name of sorted.slice(1)) {
    if (!isRegistered(name) && borne.some((known) => compareNames(known.folded, name.folded).compatible)) continue;
    const later = borne.map((known) => known.registeredFrom ?? known.from).filter((day) => day > name.from);
    former.push({ name: name.name, until: later.toSorted(order)[0] ?? null });
    borne.push(name);
  }
  return { current, former };
}

/** A name may have come on several ways (its own, and by merges): once, with its widest dates. */
function uniqueNames<Name extends PublicName>(names: readonly Name[]): Name[] {
  const unique = new Map<string, Name>();
  for (const name of names.toSorted((a, b) => order(a.from, b.from) || order(a.name, b.name))) {
    const known = unique.get(name.folded);
    if (!known) unique.set(name.folded, name);
    else if ((name.registeredFrom ?? "") > (known.registeredFrom ?? ""))
      unique.set(name.folded, { ...known, registeredFrom: name.registeredFrom });
  }
  return [...unique.values()];
}
