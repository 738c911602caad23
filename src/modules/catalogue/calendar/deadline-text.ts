import type { Text } from "../../../kernel/text.ts";
import { weekday } from "../../../kernel/time.ts";
import type { CalendarDay, DeadlineArithmetic, MissingCalendar } from "./workdays.ts";

const WEEKDAYS: readonly Text[] = [
  { zh: "周一", en: "Mon" },
  { zh: "周二", en: "Tue" },
  { zh: "周三", en: "Wed" },
  { zh: "周四", en: "Thu" },
  { zh: "周五", en: "Fri" },
  { zh: "周六", en: "Sat" },
  { zh: "周日", en: "Sun" },
];

/** One day of the count in words: 2017-09-30（周六，国庆节调休上班）. */
export function dayText(day: CalendarDay): Text {
  const name = WEEKDAYS[weekday(day.date) - 1] ?? { zh: "", en: "" };
  const holiday = day.holiday ?? { zh: "", en: "" };
  const why = {
    workday: { zh: "", en: "" },
    "make-up": { zh: `，${holiday.zh}调休上班`, en: `, make-up working day for ${holiday.en}` },
    weekend: day.holiday === null ? { zh: "", en: "" } : besideHoliday(holiday, day.within === true),
    holiday: { zh: `，${holiday.zh}放假`, en: `, ${holiday.en}` },
  }[day.kind];
  return { zh: `${day.date}（${name.zh}${why.zh}）`, en: `${day.date} (${name.en}${why.en})` };
}

function besideHoliday({ zh, en }: Text, within: boolean): Text {
  return within
    ? { zh: `，${zh}假期内`, en: `, within the ${en} holiday` }
    : { zh: `，与${zh}假期相连`, en: `, adjoining the ${en} holiday` };
}

/** The result of a count as one sentence, or which file is missing. */
export function deadlineText(result: DeadlineArithmetic | MissingCalendar): Text {
  if ("missing" in result) {
    return {
      zh: `缺少工作日历 ${result.missing}，待国务院办公厅的放假通知公布并补充该文件后计算`,
      en: `The calendar ${result.missing} is missing; the term is counted once the State Council's notice is added`,
    };
  }
  const off = result.skipped.length;
  return {
    zh: `自${result.from}次日起算第${result.days}个工作日：${result.due}（其间休息日和节假日${off}天不计）`,
    en: `Working day ${result.days} after ${result.from}: ${result.due} (${off} rest days and holidays not counted)`,
  };
}
