export const SIGN_ON_WORDS = {
  "under.title": { zh: "正在登录", en: "Signing you in" },
  "under.lead": { zh: "正在核对认证平台返回的结果。", en: "What the identity service answered is being checked." },
  "refused.title": { zh: "没有登录", en: "You are not signed in" },
  "refused.lead": {
    zh: "认证平台的结果未能用于登录。",
    en: "The answer of the identity service does not sign you in.",
  },
  "unlinked.title": { zh: "没有关联", en: "Your account is not linked" },
  "unlinked.lead": {
    zh: "认证平台的结果未能与您的账号关联。",
    en: "The answer of the identity service was not linked.",
  },
  "none.title": { zh: "没有可核对的结果", en: "There is nothing to check" },
  "none.lead": {
    zh: "本页由认证平台在认证后打开，结果只用一次，打开后即从地址栏移除。请返回登录页重新开始。",
    en: "The identity service opens this page after you have signed on; its answer counts once and leaves the address bar. Go back to the sign-in and begin again.",
  },
  back: { zh: "返回登录", en: "Back to sign-in" },
  account: { zh: "返回我的账号", en: "Back to my account" },
} as const;
