import { addDays, dateOf, type Instant, type LocalDate } from "../../kernel/time.ts";
import type { Due, WorkdayCount } from "./deadline.rules.ts";
import type { ServiceRule } from "./rule-editions.ts";

/** What a body said about service, in the order in which it said so. */
export interface ServiceStatement {
  readonly at: Instant;
  /** Day of service; null: not served yet. */
  readonly servedOn: LocalDate | null;
}

/** Days that do not count in the term: from the first to the last, both included. */
export interface Pause {
  readonly from: LocalDate;
  /** The day of service, which is day 0 of what is left of the term; null while it is not served. */
  readonly until: LocalDate | null;
  /** The moment at which the platform was told of its end; null where nothing was held for it. */
  readonly told: Instant | null;
}

/** Last day of a term with pauses; `paused` while one is open that stops it. */
export type PausedDue = Due | { readonly paused: true };

/** The edition for a decision of this item and day; null where its decisions need no service. */
export function serviceRuleOn(
  services: ReadonlyMap<string, readonly ServiceRule[]>,
  item: string,
  day: LocalDate,
): ServiceRule | null {
  const editions = [...services.values()].find((rules) => rules.some((rule) => rule.items.includes(item))) ?? [];
  const rule = editions.findLast(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= day);
  return rule?.items.includes(item) === true ? rule : null;
}

/** The `days`-th working day after `from` that lies in no pause. */
export function dueWithPauses(
  workdays: WorkdayCount,
  { from, days, pauses }: { readonly from: LocalDate; readonly days: number; readonly pauses: readonly Pause[] },
): PausedDue {
  let day = from;
  let counted = 0;
  while (counted < days) {
    const next = workdays.addWorkdays(day, 1);
    if ("missing" in next) return next;
    const pause = pauses.find((one) => one.from <= next.due && (one.until === null || next.due <= one.until));
    if (pause?.until === null) return { paused: true };
    day = pause?.until ?? next.due;
    if (!pause) counted += 1;
  }
  return { due: day };
}

/**
 * The pauses that a body's statements make. "Not served" opens one, from the decision where it is the first statement, else
 * from its own day; the day of service closes it. Two rules keep a pause from being an excuse: a statement lengthens the term
 * only while the term runs, and once the record has been public nothing changes its term any more.
 * @param dueOf last day of the term with these pauses
 */
export function pausesOf(
  {
    decidedOn,
    statements,
    firstPublicAt,
  }: {
    readonly decidedOn: LocalDate;
    readonly statements: readonly ServiceStatement[];
    readonly firstPublicAt: Instant | null;
  },
  dueOf: (pauses: readonly Pause[]) => PausedDue,
): readonly Pause[] {
  let pauses: readonly Pause[] = [];
  for (const [at, statement] of statements.entries()) {
    if (firstPublicAt !== null && statement.at > firstPublicAt) break;
    const runs = isRunning(dueOf(pauses), dateOf(statement.at));
    pauses =
      statement.servedOn === null
        ? opened(pauses, at === 0 && runs ? decidedOn : dateOf(statement.at))
        : closed(pauses, { decidedOn, servedOn: statement.servedOn, at: statement.at, runs }, dueOf);
  }
  return pauses;
}

function isRunning(end: PausedDue, today: LocalDate): boolean {
  return !("due" in end) || today <= end.due;
}

function opened(pauses: readonly Pause[], from: LocalDate): readonly Pause[] {
  const last = pauses.at(-1);
  if (last?.until === null) return pauses;
  const after = last?.until ? addDays(last.until, 1) : from;
  return [...pauses, { from: from < after ? after : from, until: null, told: null }];
}

function closed(
  pauses: readonly Pause[],
  said: { readonly decidedOn: LocalDate; readonly servedOn: LocalDate; readonly at: Instant; readonly runs: boolean },
  dueOf: (pauses: readonly Pause[]) => PausedDue,
): readonly Pause[] {
  const { decidedOn, servedOn, at, runs } = said;
  const last = pauses.at(-1) ?? null;
  const before = pauses.slice(0, -1);
  const from = last?.from ?? decidedOn;
  const told = last === null ? null : (last.told ?? at);
  const changed = servedOn < from ? before : [...before, { from, until: servedOn, told }];
  if (last?.until === null || runs) return changed;
  const [now, then] = [dueOf(pauses), dueOf(changed)];
  return "due" in now && "due" in then && then.due <= now.due ? changed : pauses;
}
