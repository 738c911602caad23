import { addDays, addMonths, parseLocalDate, type LocalDate } from "../../../kernel/time.ts";
import type { Body } from "../catalogue-item.ts";
import type { Duty } from "./duty.ts";
import { parsePeriod, periodsBetween, type Period } from "./period.rules.ts";

/** What one body owes for one period. */
export interface Obligation extends Period {
  readonly duty: string;
  readonly item: string;
  readonly body: string;
  /** Last day in time. */
  readonly dueOn: LocalDate;
  readonly monthlyTable: boolean;
}

export interface ObligationFilter {
  readonly item?: string;
  readonly bodies?: readonly string[];
}

interface Known {
  readonly duties: readonly Duty[];
  readonly bodies: ReadonlyMap<string, Body>;
}

/**
 * What is owed for the periods that end between two days: by item, body, period. A duty passes to the successor of a body
 * that has ended; who exists on the last day of a period owes it. A body that several duties name owes an item once.
 */
export function obligationsBetween(
  { duties, bodies }: Known,
  from: LocalDate,
  to: LocalDate,
  filter: ObligationFilter = {},
): readonly Obligation[] {
  const owed = new Map<string, Obligation>();
  for (const duty of duties) {
    if (filter.item !== undefined && duty.item !== filter.item) continue;
    for (const period of periodsBetween(duty.period, from, to)) {
      if (period.first < duty.effectiveFrom || (duty.effectiveTo !== null && period.last > duty.effectiveTo)) continue;
      for (const named of duty.bodies) {
        const body = holderOn(bodies, named, period.last);
        if (body === null || filter.bodies?.includes(body) === false) continue;
        const { item, monthlyTable } = duty;
        const key = keyOf(item, body, period.period);
        if (owed.has(key)) continue;
        owed.set(key, { ...period, duty: duty.duty, item, body, dueOn: dueOn(duty, period), monthlyTable });
      }
    }
  }
  return [...owed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, obligation]) => obligation);
}

/** What a body owes of an item for one period, or null where it owes nothing. */
export function findObligation(
  known: Known,
  { item, body, period }: { readonly item: string; readonly body: string; readonly period: string },
): Obligation | null {
  const span = parsePeriod(period);
  if (!span) return null;
  const owed = obligationsBetween(known, span.last, span.last, { item, bodies: [body] });
  return owed.find((obligation) => obligation.period === period) ?? null;
}

/** The body that acts on a day for one that a duty names: itself, or its successor; null where none exists then. */
export function holderOn(bodies: ReadonlyMap<string, Body>, named: string, day: LocalDate): string | null {
  const passed = new Set<string>();
  let body = bodies.get(named);
  while (body !== undefined && body.validTo !== null && body.validTo < day && !passed.has(body.body)) {
    passed.add(body.body);
    body = body.successor === null ? undefined : bodies.get(body.successor);
  }
  if (body === undefined || (body.validTo !== null && body.validTo < day)) return null;
  return body.validFrom !== null && body.validFrom > day ? null : body.body;
}

function dueOn({ due }: Duty, { last }: Period): LocalDate {
  const month = addMonths(addDays(last, 1), due.monthsAfter - 1);
  const day = parseLocalDate(`${month.slice(0, 8)}${String(due.day).padStart(2, "0")}`);
  if (!day) throw new Error(`no day ${due.day} in ${month}`);
  return day;
}

function keyOf(...parts: readonly string[]): string {
  return parts.join("\u0000");
}
