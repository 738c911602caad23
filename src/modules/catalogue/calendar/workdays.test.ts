import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "../../../kernel/time.ts";
import { CALENDAR_SCHEMA, parseCalendarYear } from "./calendar-year.ts";
import { dayText, deadlineText } from "./deadline-text.ts";
import { loadWorkdays } from "./load-workdays.ts";
import { isWorking } from "./workdays.ts";

const DATA = path.resolve(import.meta.dirname, "../../../../data");
const workdays = await loadWorkdays(DATA);
const day = (text: string): LocalDate => text as LocalDate;

describe("the last of 7 working days after a decision", () => {
  test.each([
    ["2017-04-11", "2017-04-20"],
    ["2017-04-24", "2017-05-04"],
    ["2017-05-26", "2017-06-07"],
    ["2017-09-22", "2017-10-09"],
    ["2017-09-30", "2017-10-17"],
    ["2017-01-20", "2017-02-04"],
    ["2025-09-26", "2025-10-13"],
    ["2026-02-10", "2026-02-26"],
  ])("%s → %s", (from, due) => {
    expect(workdays.addWorkdays(day(from), 7)).toEqual({ due });
  });

  test("crosses the turn of the year by both notices", () => {
    expect(workdays.addWorkdays(day("2018-12-26"), 7)).toEqual({ due: "2019-01-07" });
    expect(workdays.addWorkdays(day("2015-12-31"), 1)).toEqual({ due: "2016-01-04" });
  });

  test("a term that reaches into a year without a calendar names the file, one that ends before it does not need it", () => {
    expect(workdays.addWorkdays(day("2026-12-25"), 7)).toEqual({ missing: "data/calendar/2027.json" });
    expect(workdays.addWorkdays(day("2026-12-22"), 7)).toEqual({ due: "2026-12-31" });
    expect(workdays.addWorkdays(day("2014-03-03"), 7)).toEqual({ missing: "data/calendar/2014.json" });
  });

  test("a term is a whole number of days", () => {
    expect(() => workdays.addWorkdays(day("2026-03-02"), 0)).toThrow(RangeError);
    expect(() => workdays.addWorkdays(day("2026-03-02"), 1.5)).toThrow(RangeError);
  });

  test("lies on a working day, with the term's number of working days up to it, and is never earlier for a later day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3900 }), fc.integer({ min: 1, max: 20 }), (offset, days) => {
        const from = addDays(day("2016-01-01"), offset);
        const one = workdays.explainDeadline(from, days);
        const next = workdays.addWorkdays(addDays(from, 1), days);
        if ("missing" in one || "missing" in next) throw new Error("inside the known years");
        expect(one.counted.at(-1)?.date).toBe(one.due);
        expect(one.counted.every(isWorking) && one.counted.length === days).toBe(true);
        expect(one.skipped.some(isWorking)).toBe(false);
        expect(next.due >= one.due).toBe(true);
      }),
    );
  });
});

describe("the arithmetic of a deadline", () => {
  test("tells every day counted and every day passed over with its reason", () => {
    const result = workdays.explainDeadline(day("2017-09-22"), 7);
    if ("missing" in result) throw new Error(result.missing);
    expect(result.counted.map((entry) => entry.date)).toEqual([
      "2017-09-25",
      "2017-09-26",
      "2017-09-27",
      "2017-09-28",
      "2017-09-29",
      "2017-09-30",
      "2017-10-09",
    ]);
    expect(result.counted[5]).toMatchObject({ kind: "make-up", holiday: { zh: "国庆节、中秋节" } });
    expect(result.skipped.map((entry) => entry.kind)).toEqual([
      "weekend",
      "weekend",
      "weekend",
      "holiday",
      "holiday",
      "holiday",
      "holiday",
      "holiday",
      "weekend",
      "weekend",
    ]);
    expect(result.notices.map((notice) => notice.number)).toEqual(["国办发明电〔2016〕17号"]);
  });

  test("a free weekend names the holiday that it stands in or beside, others stay plain", () => {
    const words = (text: string): string => {
      const found = workdays.dayOf(day(text));
      return "missing" in found ? "" : dayText(found).zh;
    };
    expect(words("2017-10-01")).toBe("2017-10-01（周日，与国庆节、中秋节假期相连）");
    expect(words("2017-10-08")).toBe("2017-10-08（周日，与国庆节、中秋节假期相连）");
    expect(words("2026-02-21")).toBe("2026-02-21（周六，春节假期内）");
    expect(words("2017-09-24")).toBe("2017-09-24（周日）");
  });

  test("reads as a sentence in both languages, and so does a missing calendar", () => {
    const result = workdays.explainDeadline(day("2017-09-22"), 7);
    expect(deadlineText(result).zh).toBe("自2017-09-22次日起算第7个工作日：2017-10-09（其间休息日和节假日10天不计）");
    expect(deadlineText({ missing: "data/calendar/2027.json" }).en).toContain("data/calendar/2027.json");
    const makeUp = workdays.dayOf(day("2017-09-30"));
    expect("missing" in makeUp ? null : dayText(makeUp).zh).toBe("2017-09-30（周六，国庆节、中秋节调休上班）");
  });
});

describe("calendars as data", () => {
  test("2016 to 2026 are there with the working days that were counted from the notices", () => {
    expect(workdays.years.map((year) => [year.year, year.total])).toEqual([
      [2016, 250],
      [2017, 249],
      [2018, 250],
      [2019, 250],
      [2020, 249],
      [2021, 250],
      [2022, 249],
      [2023, 249],
      [2024, 251],
      [2025, 248],
      [2026, 248],
    ]);
  });

  test("the changes made during the year hold: Labour Day 2019, the longer Spring Festival of 2020", () => {
    expect(workdays.dayOf(day("2019-05-03"))).toMatchObject({ kind: "holiday" });
    expect(workdays.dayOf(day("2019-04-28"))).toMatchObject({ kind: "make-up" });
    expect(workdays.dayOf(day("2020-01-31"))).toMatchObject({ kind: "holiday" });
    expect(workdays.dayOf(day("2020-02-01"))).toMatchObject({ kind: "weekend" });
    expect(
      workdays.years.filter((year) => year.notices.some((notice) => notice.supersedes)).map((year) => year.year),
    ).toEqual([2019, 2020]);
  });

  test("a file whose days do not give its total, or lie on the wrong side of the week, is refused with the place", async () => {
    const file = JSON.parse(await readFile(path.join(DATA, "calendar/2026.json"), "utf8")) as { daysOff: unknown[] };
    expect(() => parseCalendarYear({ ...file, daysOff: file.daysOff.slice(1) }, "x.json")).toThrow(/249.*248/);
    const sunday = [{ date: "2026-01-03", holiday: "元旦" }, ...file.daysOff];
    expect(() => parseCalendarYear({ ...file, daysOff: sunday }, "x.json")).toThrow(/x\.json#\/daysOff\/0.*week/);
    expect(() => parseCalendarYear({ ...file, daysOff: [...file.daysOff, file.daysOff[0]] }, "x.json")).toThrow(
      /twice/,
    );
    expect(() => parseCalendarYear({ year: 2026 }, "x.json")).toThrow(/x\.json/);
  });

  test("a directory tells the faults of all its files at once", async () => {
    const directory = await mkdtemp(path.join(tmpdir(), "mingxin-calendar-"));
    await mkdir(path.join(directory, "calendar"));
    await writeFile(path.join(directory, "calendar/2025.json"), "{");
    await writeFile(path.join(directory, "calendar/2024.json"), await readFile(path.join(DATA, "calendar/2023.json")));
    await expect(loadWorkdays(directory)).rejects.toThrow(/2024\.json#\/year[\s\S]*2025\.json#: is not JSON/);
    await rm(directory, { recursive: true });
  });

  test("the schema file says what the reader checks", async () => {
    const shipped: unknown = JSON.parse(await readFile(path.join(DATA, "calendar/calendar.schema.json"), "utf8"));
    expect(shipped).toEqual(JSON.parse(JSON.stringify(CALENDAR_SCHEMA)));
  });
});
