import type { Text } from "../../kernel/text.ts";

/** Words of the home page, the search and the lists of publicity. */
export const SEARCH_WORDS = {
  "home.title": { zh: "查{city}公共信用信息", en: "Public credit information of {city}" },
  "home.lead": {
    zh: "输入企业名称、统一社会信用代码或行政决定文书号，查看它在册的许可、处罚和登记信息。",
    en: "Enter a name, a credit code or the number of a decision to see the licences, penalties and registrations on record.",
  },
  "home.examples": {
    zh: "例如：建材 · 91420200MAXX000153 · 黄环许〔2025〕12号",
    en: "For example: 建材 · 91420200MAXX000153 · 黄环许〔2025〕12号",
  },
  "home.figure.records": { zh: "公示中的记录", en: "Records public today" },
  "home.figure.subjects": { zh: "涉及 {count} 家主体", en: "of {count} subjects" },
  "home.figure.onTime": { zh: "{month} 决定按期公示", en: "Decisions of {month} published in time" },
  "home.figure.noneDue": { zh: "尚无到期的决定", en: "none due yet" },
  "home.figure.share": { zh: "按期 {share}，逐条可查", en: "{share}, each can be looked up" },
  "home.figure.how": { zh: "怎样统计", en: "how it is counted" },
  "home.figure.updated": { zh: "最近更新", en: "Last update" },
  "home.figure.never": { zh: "尚无数据", en: "no data yet" },
  "home.figure.zone": { zh: "北京时间", en: "Beijing time" },
  "home.doors": { zh: "栏目", en: "Sections" },
  "home.door.publicity": {
    zh: "{days} 个工作日内公开的行政许可和行政处罚",
    en: "Licences and penalties, public within {days} working days",
  },
  "home.door.statistics": {
    zh: "各机构是否按期公示，数字逐条可查",
    en: "Which bodies publish in time, figure by figure",
  },
  "home.door.catalogue": {
    zh: "记录哪些信息、依据什么、怎样填报",
    en: "What is recorded, on what basis, and how to report it",
  },
  "home.door.api": { zh: "无需申请即可读取的数据接口", en: "Read the register by program, without a key" },
  "home.door.about": { zh: "数据来源、公示期限和本站不做的事", en: "Sources, terms, and what this site refuses to do" },
  "home.newest": { zh: "最近的决定", en: "Latest decisions" },
  "home.all": { zh: "查看全部", en: "See all" },
  "home.empty": {
    zh: "还没有公示的记录。部门报送的数据入库后在这里显示。",
    en: "Nothing is public yet. What departments report will appear here.",
  },
  "search.label": { zh: "企业名称、统一社会信用代码或文号", en: "Name, credit code or document number" },
  "search.placeholder": { zh: "企业名称、统一社会信用代码或文号", en: "Name, credit code or document number" },
  "search.submit": { zh: "查询", en: "Search" },
  "search.title": { zh: "查询结果", en: "Search results" },
  "search.prompt": {
    zh: "请输入企业名称的一部分、18 位统一社会信用代码或完整文号。",
    en: "Enter part of a name, the 18 characters of a credit code, or a whole document number.",
  },
  "search.none": { zh: "没有找到与“{text}”相符的主体或决定。", en: "No subject or decision matches “{text}”." },
  "search.hint.name": {
    zh: "试试只输入字号，例如从“黄石市某某物业有限公司”中只输入“某某”",
    en: "Try the word that tells the firm from others alone, without place, trade and legal form",
  },
  "search.hint.pinyin": {
    zh: "也可以输入拼音或拼音首字母，例如 huangshi 或 hs",
    en: "Pinyin or its initials will do, for example huangshi or hs",
  },
  "search.hint.code": {
    zh: "统一社会信用代码至少输入前 8 位",
    en: "Of a credit code, give at least the first 8 characters",
  },
  "search.hint.number": {
    zh: "文号须完整，括号写法不限",
    en: "A document number must be whole; any kind of brackets will do",
  },
  "search.hint.person": { zh: "本站不提供按自然人姓名的查询", en: "Natural persons cannot be searched here" },
  "search.records": { zh: "文号相符的决定（{count}）", en: "Decisions with this number ({count})" },
  "search.subjects": { zh: "名称相符的主体", en: "Subjects with this name" },
  "search.total": { zh: "共 {count} 家", en: "{count} in all" },
  "search.totalMore": {
    zh: "{count} 家以上；多输入几个字可以缩小范围",
    en: "more than {count}; a few more characters narrow it down",
  },
  "search.partial": {
    zh: "查询超时，这里只是一部分结果；请多输入几个字再查。",
    en: "The search took too long, so this is a part of the results; type a few more characters.",
  },
  "search.why.apart": { zh: "输入的各部分在名称中不相连", en: "what you typed stands apart in the name" },
  "search.why.similar": { zh: "与输入的文字略有不同", en: "differs a little from what you typed" },
  "search.why.pinyin": { zh: "按拼音找到", en: "found by pinyin" },
  "search.why.code": { zh: "统一社会信用代码相符", en: "found by its credit code" },
  "search.why.otherForm": {
    zh: "地区或组织形式的写法不同",
    en: "place or legal form written another way",
  },
  "suggest.label": { zh: "名称建议", en: "Suggested names" },
  "suggest.some": { zh: "%n 条建议，用上下方向键选择", en: "%n suggestions, choose with the arrow keys" },
  "suggest.none": { zh: "没有建议", en: "no suggestions" },
  "suggest.former": { zh: "曾用名：", en: "former name: " },
  "search.count": { zh: "公示信息 {count} 条", en: "{count} public records" },
  "search.countMore": { zh: "公示信息 {count} 条以上", en: "more than {count} public records" },
  "publicity.title": { zh: "行政许可和行政处罚等信息公示", en: "Publicity of licences, penalties and registrations" },
  "publicity.lead": {
    zh: "按决定日期由近到远排列；公示期届满或已撤回的不在列。",
    en: "Newest decision first. What has ended or was withdrawn is not listed.",
  },
  "publicity.badDate": {
    zh: "日期不存在，请写成 2026-03-01 的形式。",
    en: "There is no such day; write it as 2026-03-01.",
  },
  "publicity.none": { zh: "没有符合条件的公示信息。", en: "Nothing public matches." },
  "publicity.reset": { zh: "取消筛选", en: "Clear the filter" },
  "publicity.total": { zh: "共 {count} 条", en: "{count} in all" },
  "publicity.totalMore": { zh: "{count} 条以上", en: "more than {count}" },
} as const satisfies Record<string, Text>;
