import { defineProblems } from "../../kernel/problem.ts";

/** What can be wrong with any request, whatever it is about. */
export const httpProblem = defineProblems("http", {
  "invalid-request": {
    status: 400,
    title: { zh: "请求内容不符合要求", en: "The request is not valid" },
    remedy: {
      zh: "按 errors 中逐项列出的位置和原因修改后重新提交。",
      en: "Correct what the errors list names, place by place, and send it again.",
    },
  },
  "malformed-address": {
    status: 400,
    title: { zh: "地址或请求的写法有误", en: "The address or the request is malformed" },
    remedy: {
      zh: "地址中的汉字和特殊符号须按 UTF-8 百分号编码，例如“示例”写作 %E7%A4%BA%E4%BE%8B，% 本身写作 %25。",
      en: "Percent-encode characters beyond ASCII as UTF-8, for example 示例 as %E7%A4%BA%E4%BE%8B, and % itself as %25.",
    },
  },
  "unreadable-cursor": {
    status: 400,
    title: { zh: "cursor 不是本接口给出的翻页标记", en: "The cursor is none that this list has given" },
    remedy: {
      zh: "原样使用上一页 next 给出的值；要从头开始，请去掉 cursor。",
      en: "Give what the page before gave as next, unchanged; to begin anew, leave the cursor out.",
    },
  },
  "idempotency-key": {
    status: 400,
    title: { zh: "Idempotency-Key 不合要求", en: "The Idempotency-Key is not usable" },
    remedy: {
      zh: "使用 1 至 200 个可见的 ASCII 字符，例如一个 UUID。",
      en: "Use 1 to 200 visible ASCII characters, such as a UUID.",
    },
  },
  "purpose-needed": {
    status: 400,
    title: { zh: "查阅档案须说明用途", en: "Reading the archive needs a stated purpose" },
    remedy: {
      zh: "以参数 purpose 或请求头 X-Purpose（非 ASCII 字符须百分号编码）说明用途，2 至 200 字；用途记入审计。",
      en: "State it as the parameter purpose or the header X-Purpose (percent-encoded where not ASCII), 2 to 200 characters; it is kept in the audit trail.",
    },
  },
  "idempotency-conflict": {
    status: 409,
    title: {
      zh: "同一 Idempotency-Key 先前提交过不同的内容",
      en: "The same Idempotency-Key was used with other content",
    },
    remedy: { zh: "新的内容使用新的 Idempotency-Key。", en: "Use a new Idempotency-Key for new content." },
  },
  "sign-in-required": {
    status: 401,
    title: { zh: "需要身份凭证", en: "Credentials are needed" },
    remedy: {
      zh: "在 /desk 登录，或在 Authorization 请求头中以 Bearer 方式提供本单位的密钥（或数据目录下的管理员密钥 admin.key）。",
      en: "Sign in at /desk, or send a key of your body (or the administrator key, admin.key in the data directory) as a Bearer token in the Authorization header.",
    },
  },
  "not-permitted": {
    status: 403,
    title: { zh: "您的角色不含这一权限", en: "Your roles do not include this" },
    remedy: {
      zh: "需要时请本单位管理员提出授权申请；您仍处于登录状态。",
      en: "Ask your administrator to propose the role if you need it; you stay signed in.",
    },
  },
  "not-found": {
    status: 404,
    title: { zh: "没有找到", en: "Not found" },
    remedy: {
      zh: "核对地址是否完整；也可以从首页重新检索。",
      en: "Check that the address is complete, or search again from the home page.",
    },
  },
  "method-not-allowed": {
    status: 405,
    title: { zh: "不支持这种请求方法", en: "This method is not allowed here" },
    remedy: {
      zh: "查阅接口文档中该地址支持的方法。",
      en: "See the API documentation for the methods of this address.",
    },
  },
  "too-large": {
    status: 413,
    title: { zh: "内容超过大小上限", en: "The content is larger than allowed" },
    remedy: { zh: "把文件拆分后分批提交。", en: "Split the file and send the parts one by one." },
  },
  "unreadable-form": {
    status: 400,
    title: { zh: "收到的文件不完整或表单格式有误", en: "The file is incomplete or the form is not well made" },
    remedy: {
      zh: "重新提交；multipart/form-data 只放一个文件，并以结束边界收尾。",
      en: "Send it again; a multipart/form-data body carries one file and ends with its closing boundary.",
    },
  },
  "not-built": {
    status: 503,
    title: { zh: "工作台尚未构建", en: "The desk has not been built" },
    remedy: {
      zh: "在程序所在目录运行 npm run prepare，完成后刷新本页；无需重新启动。",
      en: "Run npm run prepare in the directory of the program, then load this page again; no restart is needed.",
    },
  },
  "no-room": {
    status: 507,
    title: { zh: "存储空间不足，暂不能接收文件", en: "There is no room on the disk to receive the file" },
    remedy: {
      zh: "文件没有接收。请联系信用信息中心清理磁盘后重新提交。",
      en: "Nothing was received. Ask the credit information centre to make room, then send it again.",
    },
  },
  "media-type": {
    status: 415,
    title: { zh: "不支持的内容类型", en: "This content type is not accepted" },
    remedy: {
      zh: "使用接口文档列出的内容类型。",
      en: "Use one of the content types that the API documentation lists.",
    },
  },
  "too-many-requests": {
    status: 429,
    title: { zh: "请求过于频繁", en: "Too many requests" },
    remedy: {
      zh: "按 Retry-After 响应头给出的秒数稍后再试。",
      en: "Wait for the seconds that the Retry-After header gives, then try again.",
    },
  },
  unavailable: {
    status: 503,
    title: { zh: "暂时无法提供服务", en: "The service is not available for the moment" },
    remedy: {
      zh: "数据库正在启动、停止，或没有及时应答。请按 Retry-After 响应头给出的秒数稍后再试。",
      en: "The database is starting, stopping, or did not answer in time. Wait for the seconds that the Retry-After header gives, then try again.",
    },
  },
  internal: {
    status: 500,
    title: { zh: "系统出现故障", en: "Something broke on our side" },
    remedy: {
      zh: "稍后重试；如仍不成功，把 instance 中的编号告诉信用信息中心。",
      en: "Try again later; if it still fails, tell the credit information centre the number in instance.",
    },
  },
});
