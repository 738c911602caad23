/** Words of on-time publication: the league and the decisions behind a figure. */
export const TIMELINESS_WORDS = {
  "league.title": { zh: "时效", en: "Timeliness" },
  "league.lead": {
    zh: "按期公示率 = 期限内公示的决定 ÷ 应公示的决定。依法不公示、尚未到期的不计入，单列数目。点名称可看逐条决定。",
    en: "On-time share = decisions published within the term ÷ decisions due. What may lawfully stay unpublished or is not due yet is not counted, and shown apart. A name leads to its decisions.",
  },
  "league.by": { zh: "排列", en: "By" },
  "league.by.body": { zh: "按报送单位", en: "reporting body" },
  "league.by.item": { zh: "按事项", en: "item" },
  "league.item": { zh: "事项", en: "Item" },
  "league.body": { zh: "报送单位", en: "Reporting body" },
  "league.from": { zh: "决定月份自", en: "Decided from" },
  "league.to": { zh: "至", en: "To" },
  "league.any": { zh: "全部", en: "All" },
  "league.share": { zh: "按期公示率", en: "On time" },
  "league.onTime": { zh: "期限内公示", en: "Published in time" },
  "league.due": { zh: "应公示", en: "Due" },
  "league.late": { zh: "逾期", en: "Late" },
  "league.excluded": { zh: "未计入", en: "Not counted" },
  "league.whole": {
    zh: "全市合计：{share}（{onTime} / {due}），逾期 {late}，未计入 {excluded}",
    en: "Whole city: {share} ({onTime} of {due}), {late} late, {excluded} not counted",
  },
  "league.empty": {
    zh: "这一范围内没有决定。放宽月份或事项，或在报送页查看文件是否已入库。",
    en: "There is no decision in this range. Widen the months or the item, or see on the report screen whether files were filed.",
  },
  "league.public": { zh: "公示网站上的统计", en: "Statistics on the public site" },
  "decisions.title": { zh: "逐条决定", en: "Decisions" },
  "decisions.back": { zh: "时效", en: "Timeliness" },
  "decisions.empty": { zh: "这一范围内没有决定。", en: "There is no decision in this range." },
  "decisions.decided": { zh: "决定日期", en: "Decided" },
  "decisions.dueOn": { zh: "公示期限", en: "Due by" },
  "decisions.published": { zh: "首次公示", en: "First public" },
  "decisions.segments": { zh: "在谁手里", en: "Who held it" },
  "decisions.verdict": { zh: "结论", en: "Result" },
  "decisions.record": { zh: "记录", en: "Record" },
  "decisions.open": { zh: "查看记录", en: "See the record" },
  "decisions.notPublic": { zh: "今日不公示", en: "not public today" },
  "decisions.onTime": { zh: "按期", en: "on time" },
  "decisions.late": { zh: "逾期", en: "late" },
  "decisions.notCounted": { zh: "未计入：{reason}", en: "not counted: {reason}" },
  "excluded.minor-not-published": { zh: "轻微失信，原则上不公示", en: "minor breach, in principle not published" },
  "excluded.window-ended": { zh: "报送时公示期已届满", en: "publicity had ended when it was reported" },
  "excluded.not-for-the-public": { zh: "依目录不公开", en: "not public by the catalogue" },
  "excluded.withdrawn": { zh: "报送单位已撤回", en: "withdrawn by its source" },
  "excluded.severity-unconfirmed": { zh: "失信程度待报送单位确认", en: "severity waits for the reporting body" },
  "excluded.severity-undecided": { zh: "失信程度未能判定", en: "severity is not decided" },
  "excluded.not-served": { zh: "决定书尚未送达", en: "the decision is not served yet" },
  "excluded.no-term": { zh: "没有公示期限", en: "no term runs" },
  "excluded.calendar-missing": { zh: "缺少工作日历", en: "the calendar is missing" },
  "excluded.not-yet-due": { zh: "尚未到期", en: "not yet due" },
  "excluded.other": { zh: "其他", en: "other" },
} as const;

type TimelinessKey = keyof typeof TIMELINESS_WORDS;

/** The words for the reason why a decision is not counted. */
export function exclusionKey(reason: string): TimelinessKey {
  const known = Object.keys(TIMELINESS_WORDS).find((key): key is TimelinessKey => key === `excluded.${reason}`);
  return known ?? "excluded.other";
}
