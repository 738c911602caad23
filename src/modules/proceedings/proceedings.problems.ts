import { defineProblems } from "../../kernel/problem.ts";

/** Why a proceeding cannot go on as asked. */
export const proceedingProblem = defineProblems("proceedings", {
  "unknown-proceeding": {
    status: 404,
    title: { zh: "没有这一办理事项", en: "There is no such proceeding" },
    remedy: { zh: "核对编号；它也可能属于其他单位。", en: "Check its number; it may belong to another body." },
  },
  "unknown-act": {
    status: 400,
    title: { zh: "该程序没有这一步骤", en: "The procedure has no such act" },
    remedy: { zh: "使用 allowed 中列出的步骤。", en: "Use an act that the list allowed names." },
  },
  "not-now": {
    status: 409,
    title: { zh: "该事项已不在可办理此步骤的状态", en: "The proceeding is not in a state for this act" },
    remedy: { zh: "重新打开该事项，查看当前状态。", en: "Open it again and see where it stands." },
  },
  "not-permitted": {
    status: 403,
    title: { zh: "您的角色不含这一步骤的权限", en: "Your roles do not include this act" },
    remedy: { zh: "由具有相应角色的人员办理。", en: "Somebody with the role must take it." },
  },
  "needs-person": {
    status: 403,
    title: { zh: "须由两人办理的事项不能由程序提出", en: "A program does not open what takes two people" },
    remedy: { zh: "由本单位人员登录工作台提出。", en: "Somebody of the body proposes it at the desk." },
  },
  "opened-it-yourself": {
    status: 403,
    title: { zh: "提出人不得审批自己提出的事项", en: "Who opened it may not decide it" },
    remedy: { zh: "请另一位有权人员审批（两人原则）。", en: "Ask another person with the role (four eyes)." },
  },
  "about-yourself": {
    status: 403,
    title: { zh: "不得审批涉及本人的事项", en: "Nobody decides what is about themselves" },
    remedy: { zh: "由另一位有权人员审批。", en: "Ask another person with the role." },
  },
  "opened-by-another": {
    status: 403,
    title: { zh: "只有提出人可以撤回", en: "Only who opened it may take it back" },
    remedy: { zh: "有权人员可以不予批准。", en: "Whoever decides may refuse it." },
  },
  lapsed: {
    status: 409,
    title: { zh: "办理期限已过，该事项已失效", en: "Its time is over: it has lapsed" },
    remedy: { zh: "仍需要的，请重新提出。", en: "Propose it anew if it is still wanted." },
  },
  "decided-meanwhile": {
    status: 409,
    title: { zh: "该事项刚被他人办理", en: "Somebody else has just dealt with it" },
    remedy: { zh: "重新打开该事项，查看结果。", en: "Open it again and see the outcome." },
  },
});
