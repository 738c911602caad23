import { defineProblems } from "../../kernel/problem.ts";

/** What can be wrong with attaching a paper or asking for one. */
export const documentProblem = defineProblems("documents", {
  "unknown-document": {
    status: 404,
    title: { zh: "没有这一附件", en: "There is no such document" },
    remedy: {
      zh: "核对记录编号和附件序号；附件只提供给作出决定的单位和市信用办。",
      en: "Check the record's id and the document's number. Documents are open to the deciding body and the credit office only.",
    },
  },
  "not-a-document": {
    status: 415,
    title: { zh: "只接收 PDF、PNG 或 JPEG 文件", en: "Only PDF, PNG and JPEG files are taken" },
    remedy: {
      zh: "文件内容不是这三种格式（改扩展名不能改变格式）。请把决定书扫描或另存为 PDF 后重新上传。",
      en: "By its content the file is none of them; another ending does not change what it is. Scan the decision or save it as PDF, and attach it again.",
    },
  },
  "not-whole": {
    status: 422,
    title: { zh: "文件不完整，或者后面接有别的内容", en: "The file is cut off, or something else follows its end" },
    remedy: {
      zh: "在源系统中重新导出或重新扫描，得到完整、单纯的文件后再上传。",
      en: "Export or scan it anew, so that it is whole and nothing but itself, and attach it again.",
    },
  },
  "active-content": {
    status: 422,
    title: { zh: "文件含有脚本、动作或嵌入文件", en: "The file holds scripts, actions or embedded files" },
    remedy: {
      zh: "用“打印为 PDF”或扫描得到不含脚本和嵌入文件的版本后再上传。",
      en: "Print it to PDF or scan it, so that nothing in it can act, and attach that.",
    },
  },
  encrypted: {
    status: 422,
    title: { zh: "文件设有密码或加密", en: "The file is encrypted" },
    remedy: {
      zh: "去除密码或加密后再上传；平台会加密保存。",
      en: "Remove its password; the platform seals what it keeps.",
    },
  },
  "no-content": {
    status: 400,
    title: { zh: "没有收到文件内容", en: "No file content was received" },
    remedy: {
      zh: "把文件作为请求正文发送，或以 multipart/form-data 的 file 字段上传。",
      en: "Send the file as the request body, or as the field file of multipart/form-data.",
    },
  },
});
