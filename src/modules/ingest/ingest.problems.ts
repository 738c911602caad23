import { defineProblems } from "../../kernel/problem.ts";

/** What can be wrong with handing in a batch or asking for one. */
export const ingestProblem = defineProblems("ingest", {
  "unknown-item": {
    status: 400,
    title: { zh: "目录中没有这一信息项", en: "The catalogue has no such item" },
    remedy: {
      zh: "在信息目录（/catalogue）中查找信息项代码，例如 administrative-licence。",
      en: "Look the item's code up in the catalogue (/catalogue), for example administrative-licence.",
    },
  },
  "unknown-source": {
    status: 400,
    title: { zh: "该信息项没有这一来源方案", en: "The item has no such source profile" },
    remedy: {
      zh: "在该信息项的目录页查看已有的来源方案，或不指定来源方案、使用标准表头。",
      en: "See the item's page for its source profiles, or leave the source out and use the standard headers.",
    },
  },
  "unknown-body": {
    status: 400,
    title: { zh: "机构目录中没有这一机构", en: "There is no such body" },
    remedy: {
      zh: "使用机构目录（data/catalogue/bodies.json）中的机构代码。",
      en: "Use a body's key from data/catalogue/bodies.json.",
    },
  },
  "another-body": {
    status: 403,
    title: { zh: "只能为本单位报送", en: "You may hand in for your own body only" },
    remedy: {
      zh: "去掉 body 参数，或由该单位的报送人员、市信用办代为报送；来源配置须属于本单位。",
      en: "Leave the parameter body out, or let that body's reporter or the credit office hand it in; a source profile must be your body's.",
    },
  },
  "empty-body": {
    status: 400,
    title: { zh: "没有收到文件内容", en: "No file content was received" },
    remedy: {
      zh: "把文件作为请求正文发送，或以 multipart/form-data 的 file 字段上传。",
      en: "Send the file as the request body, or as the field file of multipart/form-data.",
    },
  },
  "not-annotatable": {
    status: 409,
    title: { zh: "这一批次没有可以批注的文件", en: "This batch has no file that could be annotated" },
    remedy: {
      zh: "批次处理完成（done）之后才有批注文件；整份文件未收的，按回执中的原因改正后重新报送。",
      en: "There is an annotated file once the batch is done; where the file as such was refused, correct it as its receipt says and send it again.",
    },
  },
  "annotating-busy": {
    status: 503,
    title: { zh: "正在生成的批注文件过多", en: "Too many annotated files are being made" },
    remedy: { zh: "稍后再试。", en: "Try again a little later." },
  },
  "unknown-review": {
    status: 404,
    title: { zh: "没有这一待核行", en: "There is no such row in review" },
    remedy: {
      zh: "核对编号；已经判定的行不再待核。",
      en: "Check its key; a row that was judged waits no more.",
    },
  },
  "not-judgeable": {
    status: 409,
    title: { zh: "该行不能由归属判定入库", en: "This row cannot be filed by a judgement about its subject" },
    remedy: {
      zh: "记录已撤回；如确需恢复，须由作出决定的机关重新报送。",
      en: "Its record was withdrawn; the deciding body must report anew if it is to stand again.",
    },
  },
  "not-correctable": {
    status: 409,
    title: { zh: "这一批次没有可以逐行改正的内容", en: "This batch has no rows that could be corrected" },
    remedy: {
      zh: "批次处理完成（done）之后才能逐行查看和改正；整份文件未收的，按回执中的原因改正后重新报送。",
      en: "Rows can be seen and corrected once the batch is done; where the file as such was refused, correct it as its receipt says and send it again.",
    },
  },
  "row-not-rejected": {
    status: 409,
    title: { zh: "所列的行没有被退回", en: "These rows were not rejected" },
    remedy: {
      zh: "只有退回的行可以改正或说明；rows 列出了不属于退回的行号。",
      en: "Only rejected rows are corrected or explained; rows names those that were not.",
    },
  },
  "row-not-open": {
    status: 409,
    title: { zh: "所列的行已不在可以办理的状态", en: "These rows do not stand where this could be done" },
    remedy: {
      zh: "可能已由本单位其他人改正、说明或重新报送。刷新后按各行的最新状态办理；rows 列出了各行的状态和承接批次。",
      en: "Somebody of your body may have corrected, explained or handed them in meanwhile. Load them anew; rows names where each stands and the batch that carries it.",
    },
  },
  "unknown-answer": {
    status: 400,
    title: { zh: "没有这一标准答复", en: "There is no such standard answer" },
    remedy: {
      zh: "使用 answers 中列出的标准答复。",
      en: "Use one of the standard answers that the list answers names.",
    },
  },
  "unknown-batch": {
    status: 404,
    title: { zh: "没有这一批次", en: "There is no such batch" },
    remedy: {
      zh: "核对批次编号；编号在提交时的 Location 响应头中给出。",
      en: "Check the batch id; it was given in the Location header when the batch was handed in.",
    },
  },
});
