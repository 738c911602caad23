import { defineProblems } from "../../kernel/problem.ts";

/** What can be wrong with reading the public register. */
export const publishProblem = defineProblems("publish", {
  "unknown-subject": {
    status: 404,
    title: { zh: "没有这一主体", en: "There is no such subject" },
    remedy: {
      zh: "核对统一社会信用代码（18 位）；也可以按名称检索。",
      en: "Check the 18 characters of the credit code, or search by name.",
    },
  },
  "personal-identifier": {
    status: 400,
    title: { zh: "地址中不能出现个人证件号码", en: "A personal identity number does not belong in an address" },
    remedy: {
      zh: "地址会被各处记录。本站按统一社会信用代码查询主体；个人证件号码只能放在 POST 请求体中。",
      en: "Addresses are kept in many places. Subjects are looked up by credit code; identity numbers of persons travel in POST bodies only.",
    },
  },
  "unknown-item": {
    status: 400,
    title: { zh: "目录中没有这一信息项", en: "The catalogue has no such item" },
    remedy: {
      zh: "在信息目录（/catalogue）中查找信息项代码，例如 administrative-licence；不按事项筛选时去掉 item。",
      en: "Look the item's code up in the catalogue (/catalogue), for example administrative-licence, or leave item out.",
    },
  },
  "unknown-body": {
    status: 400,
    title: { zh: "机构目录和公示信息中都没有这一机构", en: "Neither the directory nor the register has this body" },
    remedy: {
      zh: "使用列表中 sourceBody 给出的机构代码；不按机构筛选时去掉 body。",
      en: "Use a code that lists give as sourceBody, or leave body out.",
    },
  },
  "bad-range": {
    status: 400,
    title: { zh: "起始日期晚于截止日期", en: "The range ends before it begins" },
    remedy: { zh: "对调或改正 from 和 to。", en: "Swap or correct from and to." },
  },
  "long-range": {
    status: 400,
    title: { zh: "一次查询的跨度过长", en: "That is too long a range at once" },
    remedy: { zh: "缩短 from 与 to 之间的跨度。", en: "Ask for fewer days between from and to." },
  },
  "bad-month": {
    status: 400,
    title: { zh: "月份不存在", en: "There is no such month" },
    remedy: { zh: "使用 2026-03 的形式。", en: "Use the form 2026-03." },
  },
  "bad-moment": {
    status: 400,
    title: { zh: "asOf 不是一个时点", en: "asOf is not a moment" },
    remedy: {
      zh: "使用 2026-03-01（指北京时间当日零时）或 2026-03-01T01:00:00Z 的形式，且不晚于现在；写时区 +08:00 时，地址中的 + 须写作 %2B。",
      en: "Use the form 2026-03-01 (its first moment in Beijing) or 2026-03-01T01:00:00Z, not later than now; in an address the + of +08:00 is written %2B.",
    },
  },
  "bad-date": {
    status: 400,
    title: { zh: "日期不存在", en: "There is no such day" },
    remedy: { zh: "使用 2026-03-01 的形式。", en: "Use the form 2026-03-01." },
  },
  "served-before-decision": {
    status: 422,
    title: { zh: "送达日期早于决定日期", en: "The day of service lies before the decision" },
    remedy: {
      zh: "核对送达回证上的日期；决定日期有误的，先更正记录。",
      en: "Check the day on the proof of service; where the day of decision is wrong, correct the record first.",
    },
  },
  "served-in-future": {
    status: 422,
    title: { zh: "送达日期晚于今天", en: "The day of service is still to come" },
    remedy: { zh: "送达之后再登记送达日期。", en: "State the day of service once it is served." },
  },
  "already-public": {
    status: 409,
    title: {
      zh: "该记录已经公示过，不能再以未送达为由停止公示",
      en: "The record has been public; it is not held as unserved any more",
    },
    remedy: {
      zh: "决定确未生效或有误的，请提出撤回，由另一人决定。",
      en: "If the decision is not in force, or wrong, propose its withdrawal, which another person decides.",
    },
  },
  "reason-needed": {
    status: 422,
    title: { zh: "尚未送达须说明原因", en: "Not served yet: say why" },
    remedy: {
      zh: "用两个以上的字写明原因，例如“公告送达中，公告期至 2026-03-01”。",
      en: "Give the reason in at least two characters, for example that service by announcement runs until 2026-03-01.",
    },
  },
  "unknown-deadline": {
    status: 404,
    title: { zh: "没有这种期限", en: "There is no such term" },
    remedy: { zh: "期限见 data/rules/deadlines.json。", en: "The terms stand in data/rules/deadlines.json." },
  },
  "calendar-missing": {
    status: 422,
    title: { zh: "缺少工作日历，无法计算期限", en: "The calendar is missing, so the term cannot be counted" },
    remedy: {
      zh: "待国务院办公厅公布放假通知后，补充 missing 所指的文件。",
      en: "Add the file that `missing` names once the State Council's notice is out.",
    },
  },
});
