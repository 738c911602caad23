import { defineProblems } from "../../kernel/problem.ts";

/** What can be wrong with working on a single record. */
export const entryProblem = defineProblems("entry", {
  "row-refused": {
    status: 422,
    title: { zh: "更正后的内容未通过校验", en: "The corrected row does not pass the checks" },
    remedy: {
      zh: "按 errors 中逐项列出的字段和原因修改后重新提出。",
      en: "Correct the fields that errors names and propose it again.",
    },
  },
  "nothing-changed": {
    status: 422,
    title: { zh: "没有任何一项内容改变", en: "Nothing would change" },
    remedy: { zh: "至少改动一项内容后再提出更正。", en: "Change at least one field, then propose the correction." },
  },
  "other-party": {
    status: 409,
    title: { zh: "更正不能改变行政相对人", en: "A correction does not change the party" },
    remedy: {
      zh: "记录报到了别的主体名下的，请撤回后按正确的主体重新报送；需要保留原记录编号的，请市信用信息中心办理归属更正。",
      en: "Where the record was reported for the wrong party, withdraw it and report it anew for the right one; to keep its number, ask the credit information centre to move it.",
    },
  },
  "unknown-ground": {
    status: 400,
    title: { zh: "没有这一原因，或不适用于此种办理", en: "There is no such ground for this" },
    remedy: { zh: "使用 grounds 中列出的原因代码。", en: "Use a ground that the record lists under grounds." },
  },
  "day-of-change-needed": {
    status: 400,
    title: { zh: "须填写决定被变更或撤销的日期", en: "The day on which the decision was changed is needed" },
    remedy: {
      zh: "填写 changedOn（如 2026-11-20），不早于决定日期，不晚于今天；撤回期限自该日起算。",
      en: "Give changedOn (such as 2026-11-20), not before the decision and not after today; the statutory term runs from it.",
    },
  },
  "already-proposed": {
    status: 409,
    title: { zh: "该记录已有一项更正或撤回待审批", en: "A correction or withdrawal of this record already waits" },
    remedy: {
      zh: "先审批或撤回 proceeding 所指的那一项，再提出新的。",
      en: "Decide or take back the one that proceeding names, then propose another.",
    },
  },
  stale: {
    status: 409,
    title: { zh: "提出之后，记录已有新的版本", en: "The record has a newer version since" },
    remedy: {
      zh: "重新打开记录，核对当前内容后再提出；待审批的旧提议请不予批准或由提出人撤回。",
      en: "Open the record again and propose on what it says now; an older proposal is to be refused or taken back.",
    },
  },
  "unknown-amendment": {
    status: 404,
    title: { zh: "没有这一更正或撤回事项", en: "There is no such correction or withdrawal" },
    remedy: { zh: "核对编号；它也可能属于其他单位。", en: "Check its number; it may belong to another body." },
  },
  "unknown-field": {
    status: 400,
    title: { zh: "该事项没有这一字段", en: "The item has no such field" },
    remedy: {
      zh: "使用事项目录（/catalogue）中的字段键名。",
      en: "Use the keys of the item's fields as its page in the catalogue lists them.",
    },
  },
});
