import { defineProblems } from "../../kernel/problem.ts";

/** What can be wrong with asking for a record or changing one. */
export const recordProblem = defineProblems("records", {
  "unknown-record": {
    status: 404,
    title: { zh: "没有这一记录", en: "There is no such record" },
    remedy: {
      zh: "核对记录编号；也可以按名称、统一社会信用代码或文号重新检索。",
      en: "Check the record's id, or search by name, credit code or document number.",
    },
  },
  "not-known-then": {
    status: 404,
    title: { zh: "在所问的时点，本平台尚无这一记录", en: "The register did not know this record at that moment" },
    remedy: {
      zh: "使用更晚的 asOf，或不带 asOf 查看现在的记录。",
      en: "Use a later asOf, or leave it out to see the record as it is now.",
    },
  },
  "already-ended": {
    status: 409,
    title: { zh: "该记录已经撤回", en: "This record has been withdrawn already" },
    remedy: { zh: "无须再次撤回。", en: "Nothing more is to be done." },
  },
  "key-taken": {
    status: 409,
    title: { zh: "另一条记录已使用更正后的文号和日期", en: "Another record has this document number and day already" },
    remedy: {
      zh: "核对文号、决定日期和行政相对人。若两条记录是同一决定，请撤回其中误报的一条（原因选“重复报送”），不要把一条更正成另一条。",
      en: "Check number, day and party. Where both records stand for one decision, withdraw the one that was sent by mistake (ground: reported twice) instead of correcting it into the other.",
    },
  },
  gone: {
    status: 410,
    title: { zh: "该记录已不再公示", en: "This record is no longer public" },
    remedy: {
      zh: "记录的内容不再提供；reason 说明原因类别，since 是停止公示的日期，撤回的另有 statedReason，为报送单位所述理由。",
      en: "Its content is not given any more; reason tells the class of cause, since the day on which publication ended, and of a withdrawal statedReason why, in the words of its source.",
    },
  },
});
