import { defineProblems } from "../../kernel/problem.ts";

/** What can be wrong with a judgement about subjects. */
export const subjectProblem = defineProblems("subjects", {
  "unknown-subject": {
    status: 404,
    title: { zh: "没有这一主体", en: "There is no such subject" },
    remedy: {
      zh: "使用统一社会信用代码或主体编号；已并入其他主体的，使用现主体。",
      en: "Use a credit code or subject id; of a merged subject the one that it was merged into.",
    },
  },
  "same-subject": {
    status: 409,
    title: { zh: "两者是同一主体", en: "Both are the same subject" },
    remedy: { zh: "核对两个主体的代码。", en: "Check the codes of both." },
  },
  "unknown-judgement": {
    status: 404,
    title: { zh: "没有这一判定", en: "There is no such judgement" },
    remedy: { zh: "核对判定编号。", en: "Check the judgement's id." },
  },
  "already-undone": {
    status: 409,
    title: { zh: "该判定已撤销，或者本身是一次撤销", en: "The judgement was undone already, or is an undoing itself" },
    remedy: { zh: "如需恢复，请重新作出判定。", en: "Judge anew if it was right after all." },
  },
  "later-judgement": {
    status: 409,
    title: { zh: "其后的判定建立在此判定之上", en: "Later judgements build on this one" },
    remedy: { zh: "先撤销其后的判定。", en: "Undo the later judgements first." },
  },
  "nothing-to-move": {
    status: 422,
    title: { zh: "所列内容不属于该主体", en: "What is named does not belong to the subject" },
    remedy: { zh: "核对记录编号、名称和代码。", en: "Check the records, names and identifiers." },
  },
  busy: {
    status: 503,
    title: { zh: "正在入库，暂时不能改动主体", en: "A file is being merged; subjects cannot be changed right now" },
    remedy: { zh: "稍后重试。", en: "Try again later." },
  },
});
