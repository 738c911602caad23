import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dateOf,
  dayNumber,
  daysBetween,
  fixedClock,
  formatInstant,
  fromDayNumber,
  localDate,
  parseInstant,
  parseLocalDate,
  weekday,
  type LocalDate,
} from "./time.ts";

const day = (text: string): LocalDate => {
  const parsed = parseLocalDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

describe("days", () => {
  test.each([
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-04-31",
    "24-01-01",
    "2024-1-1",
    "",
    "2024-01-01T00:00:00Z",
  ])("does not read %s", (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });
  test("builds only days that exist", () => {
    expect(localDate(2024, 2, 29)).toBe("2024-02-29");
    expect(localDate(2023, 2, 29)).toBeNull();
    expect(localDate(999, 1, 1)).toBeNull();
    expect(localDate(2024.5, 1, 1)).toBeNull();
  });
  test("knows the weekday", () => {
    expect(weekday(day("2026-11-24"))).toBe(2);
    expect(weekday(day("2017-10-01"))).toBe(7);
    expect(weekday(day("1969-12-28"))).toBe(7);
  });
  test("adds months to the corresponding day or the last one (Civil Code art. 202)", () => {
    expect(addMonths(day("2024-01-31"), 1)).toBe("2024-02-29");
    expect(addMonths(day("2024-11-30"), 3)).toBe("2025-02-28");
    expect(addMonths(day("2024-12-15"), 12)).toBe("2025-12-15");
    expect(addMonths(day("2024-03-31"), -1)).toBe("2024-02-29");
  });
  test("counts days there and back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300_000, max: 2_000_000 }),
        fc.integer({ min: -5000, max: 5000 }),
        (number, shift) => {
          const date = fromDayNumber(number);
          expect(dayNumber(date)).toBe(number);
          expect(daysBetween(date, addDays(date, shift))).toBe(shift);
          expect(weekday(addDays(date, 7))).toBe(weekday(date));
        },
      ),
    );
  });
});

describe("moments", () => {
  test("reads zones and takes a plain day as its first moment in the city", () => {
    expect(parseInstant("2026-03-01T09:00:00+08:00")).toBe("2026-03-01T01:00:00.000Z");
    expect(parseInstant("2026-03-01")).toBe("2026-02-28T16:00:00.000Z");
    expect(parseInstant("2026-03-01T09:00:00")).toBeNull();
    expect(parseInstant("yesterday")).toBeNull();
  });
  test("fall on the day of the city, not of the server", () => {
    const late = parseInstant("2026-02-28T16:30:00Z");
    if (!late) throw new Error("fixture");
    expect(dateOf(late)).toBe("2026-03-01");
    expect(formatInstant(late)).toBe("2026-03-01 00:30");
    expect(fixedClock(late).today()).toBe("2026-03-01");
  });
});
