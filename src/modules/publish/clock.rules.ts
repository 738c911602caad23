import { addDays, dateOf, daysBetween, startOfDay, type Instant, type LocalDate } from "../../kernel/time.ts";
import type { Pause } from "./pause.rules.ts";

/**
 * What a record was doing for a while.
 * - reporting: decided, not yet here. Begins with the day of the decision.
 * - filing: here, being read and filed by machine. - review: waits until somebody judges whose it is.
 * - completing: filed, and cannot be public until its body adds what is wanting (its class of severity).
 * - service: the decision is not served; the term does not run. - telling: served, and the platform is not told yet.
 */
export type SegmentKind = "reporting" | "filing" | "review" | "completing" | "service" | "telling";

/** Who could have moved it on. While a decision is not served nobody could. */
export type Holder = "department" | "platform" | "nobody";

const HOLDERS = {
  reporting: "department",
  filing: "platform",
  review: "platform",
  completing: "department",
  service: "nobody",
  telling: "department",
} as const satisfies Record<SegmentKind, Holder>;

/** The moments that stand on file. */
export interface ClockMoments {
  readonly decidedOn: LocalDate;
  readonly receivedAt: Instant;
  readonly waitedFrom: Instant | null;
  readonly waitedTo: Instant | null;
  readonly filedAt: Instant;
  readonly paused: readonly Pause[];
  /** First publication, withdrawal, or the filing of what lawfully is not published; null while it goes on. */
  readonly endedAt: Instant | null;
}

/** A while from `from` up to, not including, `to`. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly holder: Holder;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The life of a record from its decision to its publication (or now), cut into who held it: without gap, without overlap, so
 * that the lengths add up to the wall time. Moments that contradict each other (a day of decision that was corrected later)
 * are brought into order, each not before the one that came before it.
 */
export function segmentsOf(moments: ClockMoments, now: Instant): readonly Segment[] {
  const end = moments.endedAt ?? now;
  const begin = earliest(startOfDay(moments.decidedOn), moments.receivedAt, end);
  const waits = moments.waitedFrom ?? moments.filedAt;
  const steps: readonly (readonly [SegmentKind, Instant])[] = [
    ["reporting", moments.receivedAt],
    ["filing", waits],
    ["review", moments.waitedTo ?? waits],
    ["filing", moments.filedAt],
    ["completing", end],
  ];
  let at = begin;
  const base = steps.map(([kind, until]) => {
    const from = at;
    at = earliest(until < from ? from : until, end);
    return segment(kind, from, at);
  });
  const overlaid = moments.paused.reduce<readonly Segment[]>((segments, pause) => {
    const served = pause.until === null ? end : startOfDay(addDays(pause.until, 1));
    const paused = overlay(segments, segment("service", startOfDay(pause.from), served));
    return pause.told !== null && pause.told > served
      ? overlay(paused, segment("telling", served, pause.told))
      : paused;
  }, base);
  return joined(overlaid.filter(({ from, to }) => from < to));
}

/** A segment with its days. */
export interface CountedSegment extends Segment {
  /** Days whose first moment lies in it; the day of the decision is none (Civil Code art. 201). */
  readonly days: number;
  /** Working days among them; null where a calendar is missing. */
  readonly workdays: number | null;
  /** Days among them past the last day of the term: who held it while it was late. */
  readonly lateDays: number;
}

/**
 * Counts the days of each segment. A day belongs to whoever held the record at its first moment, so that what is received and
 * published on one day costs the platform none; each day from the one after the decision to the last belongs to one segment.
 */
export function countDays(
  segments: readonly Segment[],
  term: { readonly decidedOn: LocalDate; readonly dueOn: LocalDate | null },
  isWorking: (day: LocalDate) => boolean | null,
): readonly CountedSegment[] {
  const last = segments.at(-1);
  return segments.map((one) => {
    const [first, final] = daysWithin(one, term.decidedOn, one === last);
    const days = Math.max(0, daysBetween(first, final) + 1);
    let workdays: number | null = 0;
    for (let day = first; day <= final && workdays !== null; day = addDays(day, 1)) {
      const works = isWorking(day);
      workdays = works === null ? null : workdays + (works ? 1 : 0);
    }
    const { dueOn } = term;
    const late = dueOn === null ? 0 : daysBetween(dueOn < first ? addDays(first, -1) : dueOn, final);
    return { ...one, days, workdays, lateDays: Math.max(0, Math.min(days, late)) };
  });
}

/** First and last day whose first moment lies in a segment, after the day of the decision; the last segment holds its end, too. */
function daysWithin({ from, to }: Segment, decidedOn: LocalDate, isLast: boolean): [LocalDate, LocalDate] {
  const begun = dateOf(from);
  const first = startOfDay(begun) < from ? addDays(begun, 1) : begun;
  const after = addDays(decidedOn, 1);
  const ended = dateOf(to);
  const final = startOfDay(ended) === to && !isLast ? addDays(ended, -1) : ended;
  return [first < after ? after : first, final];
}

function segment(kind: SegmentKind, from: Instant, to: Instant): Segment {
  return { kind, holder: HOLDERS[kind], from, to };
}

/** Lays one segment over others, as far as they reach. */
function overlay(segments: readonly Segment[], over: Segment): readonly Segment[] {
  return segments.flatMap((one) => {
    const from = one.from > over.from ? one.from : over.from;
    const to = earliest(one.to, over.to);
    if (from >= to) return [one];
    return [
      { ...one, to: from },
      { ...over, from, to },
      { ...one, from: to },
    ];
  });
}

function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  for (const one of segments) {
    const before = result.at(-1);
    if (before?.kind === one.kind) result[result.length - 1] = { ...before, to: one.to };
    else result.push(one);
  }
  return result;
}

function earliest(...moments: readonly [Instant, ...Instant[]]): Instant {
  return moments.reduce((first, moment) => (moment < first ? moment : first));
}
