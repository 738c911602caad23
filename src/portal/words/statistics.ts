import type { Text } from "../../kernel/text.ts";

/** Words of the figures of timeliness. */
export const STATISTICS_WORDS = {
  "statistics.title": { zh: "公示及时率", en: "Timeliness of publication" },
  "statistics.lead": {
    zh: "行政决定应当自作出之日起 {days} 个工作日内公示。分母是依法可以公示且已公示或已到期的决定，分子是其中按期公示的；依法不公示的另行列明。",
    en: "A decision is to be public within {days} working days. The denominator holds decisions that may lawfully be published and are public or past their term, the numerator those published in time; what is lawfully not published is listed apart.",
  },
  "statistics.none": { zh: "近十二个月没有报送的决定。", en: "No decision of the last twelve months was reported." },
  "statistics.sentence": {
    zh: "{from} 至 {to}：{due} 件应当公示，{onTime} 件按期，及时率 {share}。",
    en: "{from} to {to}: {due} were to be published, {onTime} in time: {share}.",
  },
  "statistics.byItem": { zh: "按事项", en: "By item" },
  "statistics.bars": {
    zh: "{item}：每月应公示与按期公示的决定数",
    en: "{item}: decisions due and published in time per month",
  },
  "statistics.bar": {
    zh: "{month}：按期 {onTime}，应公示 {due}，{share}",
    en: "{month}: {onTime} of {due} in time, {share}",
  },
  "statistics.byBody": { zh: "按机构和决定月份（按期 / 应公示）", en: "By body and month of decision (in time / due)" },
  "statistics.legend": { zh: "及时率：", en: "Share in time:" },
  "statistics.total": { zh: "合计", en: "Total" },
  "statistics.excluded": { zh: "未计入的决定", en: "Decisions not counted" },
  "statistics.excludedLead": {
    zh: "以下决定不在分母之中，原因逐一列明。",
    en: "These are not in the denominator, for the reasons given.",
  },
  "statistics.stated": { zh: "月度定稿", en: "Month-end statements" },
  "statistics.statedLead": {
    zh: "各月指标在规定的日子定稿并签名，之后不再改动；更正另出一份。文件可以保存，并用公钥核验。",
    en: "A month's figures are frozen and signed on a set day and never changed; a correction is a further statement. Keep the file, and check it by the key.",
  },
  "statistics.statedKey": { zh: "公钥", en: "Public key" },
  "statistics.correction": { zh: "更正，第 {number} 份", en: "correction, number {number}" },
  "statistics.replaced": { zh: "（已被更正）", en: "(replaced)" },
  "excluded.minor": { zh: "轻微失信，原则上不公示", en: "minor breach, in principle not published" },
  "excluded.ended": { zh: "报送时公示期已届满", en: "publicity had ended when it was reported" },
  "excluded.notPublic": { zh: "依目录不公开", en: "not public by the catalogue" },
  "excluded.withdrawn": { zh: "报送单位已撤回", en: "withdrawn by its source" },
  "excluded.unconfirmed": { zh: "失信程度待报送单位确认", en: "severity waits for the reporting body" },
  "excluded.undecided": { zh: "失信程度未能判定", en: "severity is not decided" },
  "excluded.noTerm": { zh: "没有公示期限", en: "no term runs" },
  "excluded.calendar": { zh: "缺少工作日历", en: "the calendar is missing" },
  "excluded.notYet": { zh: "尚未到期", en: "not yet due" },
  "excluded.other": { zh: "其他", en: "other" },
  "decisions.title": { zh: "逐条决定", en: "The decisions behind the figure" },
  "decisions.none": { zh: "没有符合条件的决定。", en: "No decision matches." },
  "decisions.decided": { zh: "决定日期", en: "Decided" },
  "decisions.due": { zh: "应公示日", en: "Due" },
  "decisions.published": { zh: "公示日", en: "Published" },
  "decisions.counts": { zh: "统计", en: "Counts as" },
  "decisions.late": { zh: "逾期", en: "late" },
  "decisions.notYet": { zh: "逾期，至 {day} 未公示", en: "late, not public on {day}" },
} as const satisfies Record<string, Text>;
