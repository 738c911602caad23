import { defineProblems } from "../../kernel/problem.ts";

/** What can be wrong with reading the public register. */
export const publishProblem = defineProblems("publish", {
  "unknown-subject": {
    status: 404,
    title: { zh: "没有这一主体", en: "There is no such subject" },
    remedy: {
      zh: "核对统一社会信用代码（18 位）；也可以按名称检索。",
      en: "Check the 18 characters of the credit code, or search by name.",
    },
  },
  "bad-moment": {
    status: 400,
    title: { zh: "asOf 不是一个时点", en: "asOf is not a moment" },
    remedy: {
      zh: "使用 2026-03-01 或 2026-03-01T09:00:00+08:00 的形式，且不晚于现在。",
      en: "Use the form 2026-03-01 or 2026-03-01T09:00:00+08:00, not later than now.",
    },
  },
  "bad-date": {
    status: 400,
    title: { zh: "日期不存在", en: "There is no such day" },
    remedy: { zh: "使用 2026-03-01 的形式。", en: "Use the form 2026-03-01." },
  },
  "unknown-deadline": {
    status: 404,
    title: { zh: "没有这种期限", en: "There is no such term" },
    remedy: { zh: "期限见 data/rules/deadlines.json。", en: "The terms stand in data/rules/deadlines.json." },
  },
  "calendar-missing": {
    status: 422,
    title: { zh: "缺少工作日历，无法计算期限", en: "The calendar is missing, so the term cannot be counted" },
    remedy: {
      zh: "待国务院办公厅公布放假通知后，补充 missing 所指的文件。",
      en: "Add the file that `missing` names once the State Council's notice is out.",
    },
  },
});
