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
});
