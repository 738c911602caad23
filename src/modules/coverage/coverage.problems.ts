import { defineProblems } from "../../kernel/problem.ts";

/** Why what is owed cannot be read or stated as asked. */
export const coverageProblem = defineProblems("coverage", {
  "bad-range": {
    status: 400,
    title: { zh: "起止月份有误", en: "The months do not make a range" },
    remedy: {
      zh: "使用 2026-03 的形式，起始不晚于截止，一次最多查三年。",
      en: "Use the form 2026-03, from not later than to, three years at most at once.",
    },
  },
  "unknown-item": {
    status: 400,
    title: { zh: "报送责任清单中没有这一事项", en: "No duty names this item" },
    remedy: { zh: "责任清单见 /api/v1/duties。", en: "The duties are listed at /api/v1/duties." },
  },
  "unknown-body": {
    status: 400,
    title: { zh: "机构目录中没有这一单位，或不在您的权限内", en: "There is no such body, or it is not yours to see" },
    remedy: {
      zh: "使用 /api/v1/bodies 中的代码；本单位的可以不填。",
      en: "Use a code of /api/v1/bodies; leave your own out.",
    },
  },
  "no-body": {
    status: 400,
    title: { zh: "没有指明单位", en: "No body is named" },
    remedy: { zh: "在 body 中填写单位代码。", en: "Name the body in `body`." },
  },
  "no-duty": {
    status: 409,
    title: { zh: "该单位该期没有报送这一事项的责任", en: "The body does not owe this item for that period" },
    remedy: {
      zh: "核对事项、单位和期间；责任清单见 /api/v1/duties。",
      en: "Check item, body and period; the duties are listed at /api/v1/duties.",
    },
  },
  "period-not-over": {
    status: 409,
    title: { zh: "本期尚未结束", en: "The period is not over" },
    remedy: { zh: "期满后再报。", en: "State it when the period is over." },
  },
  "decisions-on-file": {
    status: 409,
    title: { zh: "该期已有决定入库，不能零报告", en: "Decisions of that period are on file, so it is not zero" },
    remedy: {
      zh: "在“全覆盖”中查看该期的决定；确属误报的，先撤回该记录。",
      en: "See the decisions under Coverage; where one was reported by mistake, withdraw it first.",
    },
  },
  "already-reported": {
    status: 409,
    title: { zh: "该期已作零报告", en: "The period is reported as zero already" },
    remedy: { zh: "理由有误的，先撤回再报。", en: "Where its reason is wrong, take it back and report anew." },
  },
  "nothing-to-take-back": {
    status: 409,
    title: { zh: "该零报告已撤回", en: "The zero report was taken back already" },
    remedy: { zh: "刷新后查看当前状态。", en: "Reload and see how it stands." },
  },
  "unknown-zero-report": {
    status: 404,
    title: { zh: "没有这一零报告", en: "There is no such zero report" },
    remedy: { zh: "核对编号；它也可能属于其他单位。", en: "Check its number; it may belong to another body." },
  },
  "unknown-answer": {
    status: 400,
    title: { zh: "没有这一标准答复，或不适用于该事项", en: "There is no such standard answer for this item" },
    remedy: { zh: "标准答复见 /api/v1/coverage/answers。", en: "The answers are listed at /api/v1/coverage/answers." },
  },
  "words-needed": {
    status: 400,
    title: { zh: "这一答复须加说明", en: "This answer must be explained in words" },
    remedy: { zh: "写明具体情况。", en: "Say what it is about." },
  },
  "reported-changed": {
    status: 409,
    title: { zh: "产生数少于平台已收到的数量", en: "Fewer were produced than the platform has received" },
    remedy: {
      zh: "本月已收到的决定多于填报的产生数：是漏计了决定，还是有记录的决定日期、单位报错？核对后更正数字或先撤回误报的记录。",
      en: "More decisions of the month came in than are said to be produced: were some not counted, or is a record's day or body wrong? Correct the number, or withdraw what was reported by mistake.",
    },
  },
  "numbers-wrong": {
    status: 400,
    title: { zh: "月报数字不成立", en: "The numbers of the table do not hold" },
    remedy: {
      zh: "每个应报事项各填一行；本网站公示数不大于产生数；有公示的须填公示网址和日期；未报送的须选依据，全部报送的不选。",
      en: "One line for each item owed; not more on the own site than produced; an address and a day where something was published; a basis where some were not reported, none where all were.",
    },
  },
  "waits-for-signature": {
    status: 409,
    title: { zh: "该月月报正等待签核", en: "The table of that month waits for its signature" },
    remedy: { zh: "先由复核员签核或退回，或由填报人撤回。", en: "It must be signed, returned or taken back first." },
  },
  "unknown-table": {
    status: 404,
    title: { zh: "没有这一月报", en: "There is no such monthly table" },
    remedy: { zh: "核对编号；它也可能属于其他单位。", en: "Check its number; it may belong to another body." },
  },
  "nothing-to-draw": {
    status: 409,
    title: { zh: "该范围内的已公示记录少于抽查数", en: "There are fewer published records than are to be drawn" },
    remedy: { zh: "减少抽查数或放宽期间。", en: "Draw fewer, or widen the period." },
  },
  "too-many-to-draw-from": {
    status: 409,
    title: { zh: "抽查范围过大", en: "There are too many records to draw from" },
    remedy: { zh: "缩短期间，分次抽查。", en: "Shorten the period and draw several times." },
  },
  "unknown-sample": {
    status: 404,
    title: { zh: "没有这一抽查，或没有这一条", en: "There is no such sample, or no such row in it" },
    remedy: { zh: "核对编号；它也可能属于其他单位。", en: "Check its number; it may belong to another body." },
  },
  "fields-wrong": {
    status: 400,
    title: { zh: "不一致的字段填写有误", en: "The fields that differ are not right" },
    remedy: {
      zh: "结论为不一致的，至少选一个该事项的字段；其他结论不选字段。",
      en: "Where the record differs name at least one field of the item, otherwise none.",
    },
  },
});
