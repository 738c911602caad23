import { defineProblems } from "../../kernel/problem.ts";

/** Why something about missing numbers cannot be done. */
export const omissionProblem = defineProblems("omissions", {
  "unknown-series": {
    status: 404,
    title: { zh: "没有这一文号序列", en: "There is no such series of document numbers" },
    remedy: {
      zh: "从断号页重新打开；它也可能属于其他单位。",
      en: "Open it from the list again; it may belong to another body.",
    },
  },
  "not-confirmed": {
    status: 409,
    title: { zh: "这一文号序列尚未确认", en: "This series is not confirmed yet" },
    remedy: {
      zh: "先确认这组文号是本单位的一个序列，再说明缺少的文号。",
      en: "Confirm first that these numbers are a series of the body, then answer for what is missing.",
    },
  },
  "judged-already": {
    status: 409,
    title: {
      zh: "这一文号序列已经是该状态，或正等待确认",
      en: "The series stands so already, or waits for a second person",
    },
    remedy: { zh: "重新打开该序列，查看当前状态。", en: "Open the series again and see where it stands." },
  },
  "unknown-answer": {
    status: 400,
    title: { zh: "没有这一标准说明", en: "There is no such standard answer" },
    remedy: {
      zh: "使用 /api/v1/omissions/answers 列出的说明。",
      en: "Use one of the answers that /api/v1/omissions/answers lists.",
    },
  },
  "words-needed": {
    status: 400,
    title: { zh: "这一说明须写明情况", en: "This answer needs words" },
    remedy: {
      zh: "用一两句话写明依据和情况；不得写入涉密内容和个人信息。",
      en: "Say in a sentence or two on what it rests; without secrets and without data on persons.",
    },
  },
  "not-missing": {
    status: 409,
    title: {
      zh: "所选文号中有不缺少或已经说明的",
      en: "Some of these numbers are not missing, or are answered already",
    },
    remedy: {
      zh: "重新打开该序列，按当前的断号重新选择。",
      en: "Open the series again and choose from what is missing now.",
    },
  },
  "waits-already": {
    status: 409,
    title: { zh: "所选文号已有说明等待复核", en: "An answer for some of these numbers waits for a reviewer" },
    remedy: {
      zh: "由复核员办理，或由提出人撤回后重新说明。",
      en: "A reviewer decides it, or whoever gave it takes it back.",
    },
  },
  "unknown-standing-answer": {
    status: 404,
    title: { zh: "没有这条有效的说明", en: "There is no such answer in force" },
    remedy: { zh: "它可能已经撤销，或属于其他单位。", en: "It may have been taken back, or belong to another body." },
  },
  "no-body": {
    status: 409,
    title: { zh: "您没有以某一单位的身份登录", en: "You do not act for a body" },
    remedy: { zh: "由该单位的报送员填报。", en: "A reporter of the body states the count." },
  },
  "unknown-item": {
    status: 400,
    title: { zh: "该事项不按文号检查", en: "Numbers of this item are not checked" },
    remedy: { zh: "使用有公示期限的事项。", en: "Use an item that has a term of publication." },
  },
  "month-not-over": {
    status: 400,
    title: { zh: "该月份还没有结束", en: "That month is not over" },
    remedy: { zh: "月份结束后填报，格式为 YYYY-MM。", en: "State the count once the month has ended, as YYYY-MM." },
  },
});
