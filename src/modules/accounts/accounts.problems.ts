import { defineProblems } from "../../kernel/problem.ts";

/** What can go wrong with signing in, people, roles and keys. */
export const accountProblem = defineProblems("accounts", {
  "wrong-credentials": {
    status: 401,
    title: { zh: "用户名或密码不正确", en: "The user name or the password is wrong" },
    remedy: {
      zh: "核对后重试；忘记密码请本单位管理员重新发出邀请。",
      en: "Check both and try again; if you forgot the password, ask your administrator for a new invitation.",
    },
  },
  "wrong-code": {
    status: 401,
    title: { zh: "动态码不正确或已过期", en: "The one-time code is wrong or has expired" },
    remedy: {
      zh: "使用验证器当前显示的6位动态码；登录已超过10分钟时请重新登录。",
      en: "Use the six digits that the authenticator shows now; sign in anew where ten minutes have passed.",
    },
  },
  locked: {
    status: 429,
    title: {
      zh: "密码连续错误，该用户名暂时锁定",
      en: "Too many wrong passwords: the user name is locked for a while",
    },
    remedy: { zh: "等待 retryAfter 秒后重试。", en: "Wait for retryAfter seconds and try again." },
  },
  "unfit-password": {
    status: 400,
    title: { zh: "密码不符合要求", en: "The password will not do" },
    remedy: {
      zh: "至少12个字符，不含用户名，且与原密码不同；长度比字符种类更要紧。",
      en: "At least 12 characters, without the user name, and other than the one before; length counts more than kinds of characters.",
    },
  },
  "invitation-over": {
    status: 410,
    title: { zh: "邀请链接已使用或已过期", en: "The invitation was used or has expired" },
    remedy: { zh: "请管理员重新发出邀请。", en: "Ask an administrator for a new one." },
  },
  "user-name-taken": {
    status: 409,
    title: { zh: "该用户名已被使用", en: "The user name is taken" },
    remedy: { zh: "换一个用户名。", en: "Choose another." },
  },
  "unfit-user-name": {
    status: 400,
    title: { zh: "用户名不符合要求", en: "The user name will not do" },
    remedy: {
      zh: "2至40个字符：汉字、字母、数字、点、连字符、下划线。",
      en: "2 to 40 characters: Chinese characters, letters, digits, dot, hyphen, underscore.",
    },
  },
  "unknown-person": {
    status: 404,
    title: { zh: "没有这一人员", en: "There is no such person" },
    remedy: { zh: "核对人员编号。", en: "Check the id." },
  },
  "unknown-body": {
    status: 400,
    title: { zh: "机构目录中没有这一机构", en: "There is no such body" },
    remedy: {
      zh: "使用机构目录（data/catalogue/bodies.json）中的机构代码。",
      en: "Use a body's key from data/catalogue/bodies.json.",
    },
  },
  "role-of-credit-office": {
    status: 400,
    title: { zh: "该角色只能授予信用办、信用中心的人员", en: "The role is one of the credit office only" },
    remedy: {
      zh: "经办、主管、审计、管理员可见各单位数据或管理各单位账号，机构须为信用办或信用中心。",
      en: "Operator, supervisor, auditor and administrator reach every body: name the credit office or its centre.",
    },
  },
  "role-as-it-is": {
    status: 409,
    title: { zh: "该角色已是所申请的状态", en: "The role stands as proposed already" },
    remedy: { zh: "查看人员现有的角色和待审批的变更。", en: "See the roles held and the changes that wait." },
  },
  "unknown-key": {
    status: 404,
    title: { zh: "没有这一密钥", en: "There is no such key" },
    remedy: { zh: "核对密钥编号。", en: "Check its id." },
  },
});
