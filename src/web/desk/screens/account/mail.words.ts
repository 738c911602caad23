export const MAIL_WORDS = {
  title: { zh: "邮件提醒", en: "Notices by mail" },
  lead: {
    zh: "收件箱中的通知同时发到您的邮箱。邮件只说明有什么待办、在哪里办理，不含任何主体信息。",
    en: "What comes into your inbox goes to your mailbox, too. A mail says what there is and where; nothing about a subject.",
  },
  off: {
    zh: "平台尚未设置邮件服务器，目前不发邮件。填写的邮箱会保存，启用后使用。",
    en: "The platform has no mail server yet and sends nothing. An address that you enter is kept for then.",
  },
  address: { zh: "邮箱", en: "Mail address" },
  wanted: { zh: "接收邮件提醒", en: "Send me notices by mail" },
  save: { zh: "保存邮件设置", en: "Save mail settings" },
  saved: { zh: "邮件设置已保存", en: "Mail settings are saved" },
  failure: { zh: "上一封邮件未能送达（{at}）", en: "The last mail could not be delivered ({at})" },
  "failure.text": {
    zh: "邮件服务器的答复：{fault}。请核对邮箱地址；通知仍可在收件箱中查看。",
    en: "The mail server said: {fault}. Check the address; the notice is in your inbox all the same.",
  },
} as const;
