export const INVITATION_WORDS = {
  title: { zh: "设置密码", en: "Set your password" },
  lead: {
    zh: "您受邀使用报送工作台。设置首个密码后即可登录，邀请链接随即失效。",
    en: "You were invited to the desk. Set a first password to sign in; the link ends with that.",
  },
  "rules.title": { zh: "密码的要求", en: "What the password needs" },
  "rules.length": { zh: "至少 12 个字符", en: "At least 12 characters" },
  "rules.name": { zh: "不含用户名", en: "Not your user name in it" },
  "rules.advice": {
    zh: "长度比字符种类更要紧，可以用几个不相干的词连成一句",
    en: "Length counts more than kinds of characters: several unrelated words do well",
  },
  code: { zh: "邀请码", en: "Invitation code" },
  "code.help": {
    zh: "由批准您角色的人员交给您，与链接合用。",
    en: "Whoever approved your role hands it to you; it belongs to the link.",
  },
  "code.needed": { zh: "请填写邀请码", en: "Enter the invitation code" },
  submit: { zh: "设置密码", en: "Set password" },
  "over.next": {
    zh: "已经设置过密码的，请直接登录。",
    en: "If you have set a password already, sign in with it.",
  },
  signIn: { zh: "前往登录", en: "Go to sign-in" },
  "none.title": { zh: "邀请链接不完整", en: "The invitation link is incomplete" },
  "none.lead": {
    zh: "请从收到的消息中重新打开完整的链接。链接中的令牌打开后即从地址栏移除，刷新页面也需要重新打开。",
    en: "Open the whole link from your message again. Its token leaves the address bar once opened, so loading this page again needs the link, too.",
  },
  "done.title": { zh: "密码已设置", en: "Your password is set" },
  "done.lead": { zh: "您的用户名是“{userName}”。", en: "Your user name is “{userName}”." },
  "done.roles": {
    zh: "您的角色已经批准，登录后即可办理。",
    en: "Your role was approved; sign in and begin.",
  },
} as const;
