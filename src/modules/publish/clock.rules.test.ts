import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addSeconds,
  dateOf,
  daysBetween,
  millisOf,
  startOfDay,
  type Instant,
  type LocalDate,
} from "../../kernel/time.ts";
import { totalsOf, workingDaysOf } from "./clock-days.rules.ts";
import { countDays, segmentsOf, type ClockMoments } from "./clock.rules.ts";
import { dueWithPauses, pausesOf, type Pause, type PausedDue, type ServiceStatement } from "./pause.rules.ts";
import { judgeTimeliness } from "./timeliness.rules.ts";

const day = (text: string): LocalDate => text as LocalDate;
const DECIDED = day("2026-03-02");
const TERM = 7;
const at = (days: number, hours = 0): Instant => addSeconds(startOfDay(addDays(DECIDED, days)), hours * 3600);

/** Saturdays and Sundays are free, and 2026-04-06 is a holiday. */
const calendar = {
  dayOf: (date: LocalDate) => {
    const weekday = ((daysBetween(day("2026-03-02"), date) % 7) + 7) % 7;
    const kind = date === "2026-04-06" ? "holiday" : weekday < 5 ? "workday" : "weekend";
    return { kind } as const;
  },
};
const isWorking = workingDaysOf(calendar);
const workdays = {
  addWorkdays: (from: LocalDate, days: number): { readonly due: LocalDate } => {
    let date = from;
    for (let left = days; left > 0;) {
      date = addDays(date, 1);
      if (isWorking(date) === true) left -= 1;
    }
    return { due: date };
  },
};
const dueOf = (pauses: readonly Pause[]): PausedDue => dueWithPauses(workdays, { from: DECIDED, days: TERM, pauses });
const pausesFor = (statements: readonly ServiceStatement[], firstPublicAt: Instant | null = null) =>
  pausesOf({ decidedOn: DECIDED, statements, firstPublicAt }, dueOf);
const unserved = (days: number): ServiceStatement => ({ at: at(days, 10), servedOn: null });
const served = (days: number, on: number): ServiceStatement => ({ at: at(days, 10), servedOn: addDays(DECIDED, on) });

describe("pauses of a term", () => {
  test.each<[string, readonly ServiceStatement[], readonly Pause[], PausedDue]>([
    ["none without a statement", [], [], { due: day("2026-03-11") }],
    [
      "not served, told within the term: none of it has run",
      [unserved(3)],
      [{ from: DECIDED, until: null, told: null }],
      { paused: true },
    ],
    [
      "the day of service is day 0 of the term",
      [unserved(3), served(30, 28)],
      [{ from: DECIDED, until: day("2026-03-30"), told: at(30, 10) }],
      { due: day("2026-04-09") },
    ],
    [
      "not served, told after the term: what is late stays late",
      [unserved(20), served(30, 28)],
      [{ from: day("2026-03-22"), until: day("2026-03-30"), told: at(30, 10) }],
      { due: day("2026-03-11") },
    ],
    ["a day of service that is first told after the term", [served(20, 18)], [], { due: day("2026-03-11") }],
    [
      "a correction that would lengthen a term that has run out",
      [unserved(1), served(5, 4), served(40, 39)],
      [{ from: DECIDED, until: day("2026-03-06"), told: at(5, 10) }],
      { due: day("2026-03-17") },
    ],
    [
      "service that proves void opens another pause from the day on which that is told",
      [unserved(1), served(5, 4), unserved(8)],
      [
        { from: DECIDED, until: day("2026-03-06"), told: at(5, 10) },
        { from: day("2026-03-10"), until: null, told: null },
      ],
      { paused: true },
    ],
  ])("%s", (_name, statements, pauses, due) => {
    expect(pausesFor(statements)).toEqual(pauses);
    expect(dueOf(pauses)).toEqual(due);
  });

  test("what was public before a statement keeps its term", () => {
    expect(pausesFor([unserved(3)], at(2))).toEqual([]);
  });
});

const statement = fc.record({ days: fc.integer({ min: 0, max: 60 }), on: fc.option(fc.integer({ min: 0, max: 60 })) });
const statements = fc
  .array(statement, { maxLength: 5 })
  .map((list) =>
    list
      .toSorted((a, b) => a.days - b.days)
      .map(({ days, on }) => (on === null ? unserved(days) : served(days, Math.min(on, days)))),
  );
/** Moments in any order, as corrections and clocks that differ may leave them. */
const hours = fc.integer({ min: -100, max: 60 * 24 });
const history = fc.record({
  received: hours,
  waitedFrom: fc.option(hours),
  waitedTo: hours,
  filed: hours,
  ended: fc.option(hours),
  statements,
});
const NOW = at(61);
type History = typeof history extends fc.Arbitrary<infer Random> ? Random : never;

const read = (random: History) => {
  const endedAt = random.ended === null ? null : at(0, random.ended);
  const paused = pausesFor(random.statements, endedAt);
  const moments: ClockMoments = {
    decidedOn: DECIDED,
    receivedAt: at(0, random.received),
    waitedFrom: random.waitedFrom === null ? null : at(0, random.waitedFrom),
    waitedTo: random.waitedFrom === null ? null : at(0, random.waitedTo),
    filedAt: at(0, random.filed),
    paused,
    endedAt,
  };
  const due = dueOf(paused);
  const dueOn = "due" in due ? due.due : null;
  return { moments, paused, dueOn, end: endedAt ?? NOW, segments: segmentsOf(moments, NOW) };
};

describe("the segments of any history", () => {
  test("follow each other without gap and overlap, and add up to the wall time", () => {
    fc.assert(
      fc.property(history, (random) => {
        const { segments, moments, end } = read(random);
        for (const [place, { from, to }] of segments.entries()) {
          expect(from < to).toBe(true);
          expect(segments[place + 1]?.from ?? end).toBe(to);
        }
        const begin = [startOfDay(DECIDED), moments.receivedAt, end].toSorted()[0] ?? end;
        const wall = millisOf(end) - millisOf(begin);
        expect(segments.reduce((sum, { from, to }) => sum + millisOf(to) - millisOf(from), 0)).toBe(wall);
      }),
    );
  });

  test("hold each day once: days, working days and late days are what the calendar counts between decision and end", () => {
    fc.assert(
      fc.property(history, (random) => {
        const { segments, dueOn, end } = read(random);
        const last = dateOf(end);
        const counted = countDays(segments, { decidedOn: DECIDED, dueOn }, isWorking);
        const { department, platform, nobody } = totalsOf(counted);
        const span = segments.length === 0 ? 0 : Math.max(0, daysBetween(DECIDED, last));
        const all = Array.from({ length: span }, (_, index) => addDays(DECIDED, index + 1));
        expect(department.days + platform.days + nobody.days).toBe(span);
        expect([department, platform, nobody].reduce((sum, one) => sum + (one.workdays ?? NaN), 0)).toBe(
          all.filter((date) => isWorking(date) === true).length,
        );
        const late = dueOn === null ? 0 : all.filter((date) => date > dueOn).length;
        expect(department.lateDays + platform.lateDays + nobody.lateDays).toBe(late);
      }),
    );
  });

  test("agree with the figure: late is what has late days, and what is on time used no more than the term outside of pauses", () => {
    fc.assert(
      fc.property(history, (random) => {
        const { segments, dueOn, paused, end, moments } = read(random);
        fc.pre(moments.endedAt !== null && dueOn !== null && end > startOfDay(DECIDED));
        const { onTime } = judgeTimeliness({
          dueOn,
          dueMissing: null,
          firstPublicOn: dateOf(end),
          hold: null,
          today: dateOf(NOW),
        });
        const counted = countDays(segments, { decidedOn: DECIDED, dueOn }, isWorking);
        expect(counted.some(({ lateDays }) => lateDays > 0)).toBe(onTime === false);
        const used = Array.from({ length: Math.max(0, daysBetween(DECIDED, dateOf(end))) }, (_, index) =>
          addDays(DECIDED, index + 1),
        ).filter(
          (date) =>
            isWorking(date) === true &&
            !paused.some((one) => one.from <= date && (one.until === null || date <= one.until)),
        );
        expect(onTime === true ? used.length <= TERM : used.length >= TERM).toBe(true);
      }),
    );
  });

  test("give nobody a day of a pause", () => {
    fc.assert(
      fc.property(history, (random) => {
        const { segments, paused } = read(random);
        for (const one of segments.filter(({ kind }) => kind !== "service" && kind !== "telling"))
          for (const pause of paused.filter(({ until }) => until !== null))
            expect(one.from >= startOfDay(addDays(pause.until ?? DECIDED, 1)) || one.to <= startOfDay(pause.from)).toBe(
              true,
            );
      }),
    );
  });
});

test("a day belongs to whoever held the record at its first moment: received and public on one day cost the platform none", () => {
  const moments: ClockMoments = {
    decidedOn: DECIDED,
    receivedAt: at(3, 10),
    waitedFrom: null,
    waitedTo: null,
    filedAt: at(3, 11),
    paused: [],
    endedAt: at(3, 11),
  };
  const counted = countDays(segmentsOf(moments, NOW), { decidedOn: DECIDED, dueOn: null }, isWorking);
  expect(counted.map(({ kind, holder, workdays: days }) => [kind, holder, days])).toEqual([
    ["reporting", "department", 3],
    ["filing", "platform", 0],
  ]);
});

test("a calendar that is missing leaves working days unknown, and says so", () => {
  const unknown = workingDaysOf({ dayOf: () => ({ missing: "data/calendar/2026.json" }) });
  const moments = {
    decidedOn: DECIDED,
    receivedAt: at(2),
    waitedFrom: null,
    waitedTo: null,
    filedAt: at(2),
    paused: [],
    endedAt: at(2, 1),
  };
  const counted = countDays(segmentsOf(moments, NOW), { decidedOn: DECIDED, dueOn: null }, unknown);
  expect(totalsOf(counted).department).toEqual({ days: 2, workdays: null, lateDays: 0 });
});
