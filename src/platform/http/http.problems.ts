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
  "sign-in-required": {
    status: 401,
    title: { zh: "需要身份凭证", en: "Credentials are needed" },
    remedy: {
      zh: "在 Authorization 请求头中以 Bearer 方式提供管理员密钥（数据目录下的 admin.key）。",
      en: "Send the administrator key (admin.key in the data directory) as a Bearer token in the Authorization header.",
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
  internal: {
    status: 500,
    title: { zh: "系统出现故障", en: "Something broke on our side" },
    remedy: {
      zh: "稍后重试；如仍不成功，把 instance 中的编号告诉信用信息中心。",
      en: "Try again later; if it still fails, tell the credit information centre the number in instance.",
    },
  },
});
