import { expect, test } from "vitest";
import type { LocalDate } from "../../kernel/time.ts";
import { judgeTimeliness, type TimelinessQuestion } from "./timeliness.rules.ts";

const day = (text: string): LocalDate => text as LocalDate;
const question: TimelinessQuestion = {
  dueOn: day("2026-05-15"),
  dueMissing: null,
  firstPublicOn: day("2026-05-15"),
  hold: null,
  today: day("2026-11-24"),
};

test.each<[string, Partial<TimelinessQuestion>, ReturnType<typeof judgeTimeliness>]>([
  ["public on the last day is on time", {}, { counted: true, onTime: true, excluded: null, group: null }],
  [
    "public a day later is late",
    { firstPublicOn: day("2026-05-16") },
    { counted: true, onTime: false, excluded: null, group: null },
  ],
  [
    "never public after the last day is late",
    { firstPublicOn: null },
    { counted: true, onTime: false, excluded: null, group: null },
  ],
  [
    "not public on the last day itself is not judged yet",
    { firstPublicOn: null, today: day("2026-05-15") },
    { counted: false, onTime: null, excluded: "not-yet-due", group: "open" },
  ],
  [
    "a minor one is lawfully not published",
    { firstPublicOn: null, hold: "minor-not-published" },
    { counted: false, onTime: null, excluded: "minor-not-published", group: "lawful" },
  ],
  [
    "one whose window had ended when it was reported is lawfully not published",
    { firstPublicOn: null, hold: "window-ended" },
    { counted: false, onTime: null, excluded: "window-ended", group: "lawful" },
  ],
  [
    "one whose class nobody confirmed is counted as held",
    { firstPublicOn: null, hold: "severity-unconfirmed" },
    { counted: false, onTime: null, excluded: "severity-unconfirmed", group: "held" },
  ],
  [
    "one that was public keeps its first day although it is held today",
    { hold: "window-ended" },
    { counted: true, onTime: true, excluded: null, group: null },
  ],
  [
    "a missing calendar leaves it open",
    { dueOn: null, dueMissing: "data/calendar/2027.json" },
    { counted: false, onTime: null, excluded: "calendar-missing", group: "open" },
  ],
  [
    "where no term runs there is nothing to be late for",
    { dueOn: null },
    { counted: false, onTime: null, excluded: "no-term", group: "lawful" },
  ],
])("%s", (_name, change, expected) => {
  expect(judgeTimeliness({ ...question, ...change })).toEqual(expected);
});
