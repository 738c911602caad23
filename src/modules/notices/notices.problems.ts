import { defineProblems } from "../../kernel/problem.ts";

/** Why something about notices cannot be done. */
export const noticeProblem = defineProblems("notices", {
  "unknown-notice": {
    status: 404,
    title: { zh: "您的收件箱中没有这一通知", en: "There is no such notice in your inbox" },
    remedy: { zh: "刷新收件箱；通知也可能是发给他人的。", en: "Load the inbox again; it may be for somebody else." },
  },
  "people-only": {
    status: 409,
    title: { zh: "只有人员可以设置邮件提醒", en: "Only people have settings of mail" },
    remedy: {
      zh: "程序的密钥请定期读取收件箱接口。",
      en: "A program reads its inbox over the API instead.",
    },
  },
});
