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
      zh: "密码连续错误，该用户名在此网络暂时锁定",
      en: "Too many wrong passwords: the user name is locked here for a while",
    },
    remedy: {
      zh: "等待 retryAfter 秒后重试；也可以用通行密钥或统一身份认证登录，或换一个曾经登录过的网络。",
      en: "Wait for retryAfter seconds and try again; or sign in by a passkey, by the identity service, or from a network where you have signed in before.",
    },
  },
  "wrong-password": {
    status: 403,
    title: { zh: "登录密码不正确", en: "The password is wrong" },
    remedy: {
      zh: "变更登录方式须重新输入本人的登录密码，核对后重试。",
      en: "Changing how you sign in takes your own password once more; check it and try again.",
    },
  },
  "first-password": {
    status: 409,
    title: { zh: "请先更换他人设置的密码", en: "Change the password that somebody else has set first" },
    remedy: {
      zh: "在“我的账号”更换密码后，再添加其他登录方式。",
      en: "Change it in My account, then add other ways to sign in.",
    },
  },
  "no-passkeys-here": {
    status: 404,
    title: { zh: "本平台的地址不支持通行密钥", en: "Passkeys do not work at this address" },
    remedy: {
      zh: "通行密钥须绑定域名，不能绑定IP地址。请管理员把 MINGXIN_ORIGIN 设为带域名的地址。",
      en: "A passkey belongs to a host name, never to an IP address: set MINGXIN_ORIGIN to an address with a name.",
    },
  },
  "unfit-passkey": {
    status: 400,
    title: { zh: "通行密钥未能添加", en: "The passkey could not be added" },
    remedy: {
      zh: "重新添加一次；验证器须设有PIN码、指纹或面容，5分钟内完成。",
      en: "Try once more: the authenticator needs a PIN, finger or face, and five minutes are given.",
    },
  },
  "wrong-passkey": {
    status: 401,
    title: { zh: "未能以通行密钥登录", en: "The passkey does not sign you in" },
    remedy: {
      zh: "该通行密钥可能已停用，或未核验PIN码、指纹、面容。重试，或使用用户名和密码登录。",
      en: "It may have been ended, or PIN, finger or face were not checked. Try again, or use name and password.",
    },
  },
  "unknown-passkey": {
    status: 404,
    title: { zh: "没有这一通行密钥", en: "There is no such passkey" },
    remedy: { zh: "刷新“我的账号”，查看现有的通行密钥。", en: "Load My account again and see those that there are." },
  },
  "too-many-passkeys": {
    status: 409,
    title: { zh: "通行密钥已达10个", en: "There are ten passkeys already" },
    remedy: { zh: "先停用不再使用的。", en: "End those that you no longer use first." },
  },
  "no-identity-service": {
    status: 404,
    title: { zh: "本平台未接入统一身份认证", en: "No identity service is set up here" },
    remedy: { zh: "使用用户名和密码登录。", en: "Sign in by user name and password." },
  },
  "identity-service-down": {
    status: 503,
    title: { zh: "统一身份认证平台暂时没有应答", en: "The identity service does not answer for the moment" },
    remedy: {
      zh: "稍后重试，或使用用户名和密码登录。仍不成功的，请联系信用信息中心。",
      en: "Try again later, or sign in by user name and password; tell the credit information centre if it goes on.",
    },
  },
  "sign-on-refused": {
    status: 401,
    title: { zh: "统一身份认证没有完成", en: "The sign-on was not completed" },
    remedy: {
      zh: "可能超过了10分钟、已经用过、在另一浏览器中开始，或者您在认证页面取消了。返回登录页重新开始。",
      en: "It may have taken over ten minutes, been used already, begun in another browser, or been cancelled by you. Go back to the sign-in and begin again.",
    },
  },
  "not-linked": {
    status: 403,
    title: {
      zh: "该统一身份未与本平台的账号关联",
      en: "This identity is linked with no account here",
    },
    remedy: {
      zh: "已有账号的，先用用户名和密码登录，在“我的账号”中关联；没有账号的，请本单位管理员邀请。",
      en: "If you have an account, sign in by user name and password and link it in My account; if you have none, ask your administrator for an invitation.",
    },
  },
  "already-linked": {
    status: 409,
    title: { zh: "您的账号已关联统一身份", en: "Your account is linked already" },
    remedy: { zh: "要更换，请先解除现有的关联。", en: "End the link that there is before you make another." },
  },
  "linked-to-another": {
    status: 409,
    title: { zh: "该统一身份已与另一账号关联", en: "This identity is linked with another account" },
    remedy: {
      zh: "以该统一身份登录查看；如非本人所为，请立即告知信用信息中心。",
      en: "Sign in by it to see which; if it was not you, tell the credit information centre at once.",
    },
  },
  "opener-without-right": {
    status: 409,
    title: {
      zh: "提出人已无权提出这一变更",
      en: "Whoever proposed the change may no longer propose it",
    },
    remedy: {
      zh: "不予批准，由现有权限的人员重新提出。",
      en: "Refuse it, and let somebody who has the right propose it anew.",
    },
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
