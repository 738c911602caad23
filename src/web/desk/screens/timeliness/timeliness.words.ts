/** Words of the decisions behind a figure of timeliness. */
export const TIMELINESS_WORDS = {
  "decisions.item": { zh: "事项", en: "Item" },
  "decisions.body": { zh: "报送单位", en: "Reporting body" },
  "decisions.title": { zh: "逐条决定", en: "Decisions" },
  "decisions.back": { zh: "时效与比率", en: "Timeliness and rates" },
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
