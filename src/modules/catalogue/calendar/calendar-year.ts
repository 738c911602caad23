import { Type } from "typebox";
import { Compile } from "typebox/compile";
import {
  fromDayNumber,
  dayNumber,
  localDate,
  parseLocalDate,
  weekday,
  yearOf,
  type LocalDate,
} from "../../../kernel/time.ts";
import type { Text } from "../../../kernel/text.ts";
import { CatalogueError, type CatalogueFault } from "../catalogue-fault.ts";

/** The notice of the State Council's office that a year's days come from. */
export interface HolidayNotice {
  readonly title: string;
  /** 国办发明电〔…〕…号; null where the sources disagree. */
  readonly number: string | null;
  readonly url: string | null;
  readonly publishedAt: LocalDate | null;
  /** Number of the notice that this one changes. */
  readonly supersedes: string | null;
  /** Somebody compared the entry with the notice itself. */
  readonly verified: boolean;
  readonly note?: string;
}

/** One year as data/calendar/<year>.json tells it: what differs from a week of five working days. */
export interface CalendarYear {
  readonly year: number;
  readonly notices: readonly HolidayNotice[];
  /** Saturdays and Sundays on which people work, with the holiday for which they do. */
  readonly workingDays: ReadonlyMap<LocalDate, Text>;
  /** Mondays to Fridays that are off, with the holiday. */
  readonly daysOff: ReadonlyMap<LocalDate, Text>;
  /** Working days of the year. */
  readonly total: number;
  readonly verified: boolean;
}

const HOLIDAYS = {
  元旦: "New Year's Day",
  春节: "Spring Festival",
  清明节: "Qingming Festival",
  劳动节: "Labour Day",
  端午节: "Dragon Boat Festival",
  中秋节: "Mid-Autumn Festival",
  国庆节: "National Day",
  "国庆节、中秋节": "National Day and Mid-Autumn Festival",
  临时放假: "Special holiday",
} as const;

const closed = { additionalProperties: false } as const;
const DATE = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const WORDS = Type.String({ minLength: 1 });
const orNull = <Schema extends typeof DATE>(schema: Schema) => Type.Union([schema, Type.Null()]);
const DAY = Type.Object({ date: DATE, holiday: Type.Enum(Object.keys(HOLIDAYS)) }, closed);

export const CALENDAR_SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    year: Type.Integer({ minimum: 1950, maximum: 2100 }),
    total: Type.Integer({ description: "working days of the year; checked against the days below" }),
    verified: Type.Boolean({ description: "the days were compared with at least two independent sources" }),
    source: WORDS,
    notices: Type.Array(
      Type.Object(
        {
          title: WORDS,
          number: orNull(WORDS),
          url: orNull(WORDS),
          publishedAt: orNull(DATE),
          supersedes: orNull(WORDS),
          verified: Type.Boolean({ description: "somebody compared the entry with the notice itself" }),
          note: Type.Optional(Type.String()),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    workingDays: Type.Array(DAY, { description: "Saturdays and Sundays on which people work (调休上班)" }),
    daysOff: Type.Array(DAY, { description: "Mondays to Fridays that are off" }),
  },
  {
    ...closed,
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Working days of a year, from the notice of the State Council's General Office",
  },
);

const shape = Compile(CALENDAR_SCHEMA);

/**
 * Reads one file of data/calendar. The days must lie in the year, on the right side of the week, stand once, and give the
 * total that the file states.
 * @throws CatalogueError with every fault
 */
export function parseCalendarYear(json: unknown, file: string): CalendarYear {
  if (!shape.Check(json)) {
    throw new CatalogueError(
      shape.Errors(json).map((error) => ({ file, pointer: error.instancePath, message: error.message })),
    );
  }
  const faults: CatalogueFault[] = [];
  const tell = (pointer: string, message: string): unknown => faults.push({ file, pointer, message });
  const read = (key: "workingDays" | "daysOff", isRightDay: (day: LocalDate) => boolean): Map<LocalDate, Text> => {
    const days = new Map<LocalDate, Text>();
    json[key].forEach(({ date, holiday }, at) => {
      const day = parseLocalDate(date);
      if (!day || yearOf(day) !== json.year) tell(`/${key}/${at}`, `${date} is no day of ${json.year}`);
      else if (days.has(day)) tell(`/${key}/${at}`, `${date} stands twice`);
      else if (!isRightDay(day)) tell(`/${key}/${at}`, `${date} is on the other side of the week`);
      else days.set(day, holidayText(holiday));
    });
    return days;
  };
  const workingDays = read("workingDays", isWeekend);
  const daysOff = read("daysOff", (day) => !isWeekend(day));
  const total = weekdaysOf(json.year) - daysOff.size + workingDays.size;
  if (total !== json.total) tell("/total", `the days give ${total} working days, the file says ${json.total}`);
  const notices = json.notices.map((notice, at) => {
    const publishedAt = notice.publishedAt === null ? null : parseLocalDate(notice.publishedAt);
    if (notice.publishedAt !== null && !publishedAt) tell(`/notices/${at}/publishedAt`, "is no day");
    return { ...notice, publishedAt };
  });
  if (faults.length > 0) throw new CatalogueError(faults);
  return { year: json.year, notices, workingDays, daysOff, total, verified: json.verified };
}

export function isWeekend(day: LocalDate): boolean {
  return weekday(day) >= 6;
}

function holidayText(zh: string): Text {
  const names: Readonly<Record<string, string>> = HOLIDAYS;
  return { zh, en: names[zh] ?? zh };
}

function weekdaysOf(year: number): number {
  const first = localDate(year, 1, 1);
  const last = localDate(year, 12, 31);
  let count = 0;
  if (first && last)
    for (let at = dayNumber(first); at <= dayNumber(last); at += 1) if (!isWeekend(fromDayNumber(at))) count += 1;
  return count;
}
