/** Words of the decisions that are held until they are served. */
export const HELD_WORDS = {
  "held.title": { zh: "未送达暂不公示", en: "Held until served" },
  "held.lead": {
    zh: "报送单位声明决定书尚未送达的决定，不对外公示，公示期限中止。登记送达日期后，没有其他原因暂不公示的，立即公示。",
    en: "Decisions whose body states that they are not served yet: kept out of public, their term paused. Once the day of service is stated, whatever nothing else holds is public at once.",
  },
  "held.empty": {
    zh: "没有因未送达而暂不公示的决定。报送文件时可以勾选“尚未送达”，也可以在记录页声明。",
    en: "Nothing is held for want of service. Say so when a file is handed in, or on a record's page.",
  },
  "held.document": { zh: "文号", en: "Document number" },
  "held.subject": { zh: "当事人", en: "Party" },
  "held.body": { zh: "报送单位", en: "Reporting body" },
  "held.item": { zh: "事项", en: "Item" },
  "held.decided": { zh: "决定日期", en: "Decided" },
  "held.serviceDue": { zh: "送达期限", en: "To be served by" },
  "held.overdue": { zh: "已过", en: "passed" },
  "held.due": { zh: "今天送达则应公示于", en: "Due if served today" },
  "held.note": { zh: "原因", en: "Reason" },
  "held.papers": { zh: "附件", en: "Documents" },
  "held.back": { zh: "未送达暂不公示", en: "Held until served" },
  "held.record": { zh: "记录的时限和附件", en: "Clock and documents of a record" },
  "held.public": { zh: "公示页面", en: "Public page" },
} as const;
