export const TODAY_WORDS = {
  title: { zh: "今日待办", en: "Today" },
  "sum.both": {
    zh: "{day} · 共 {count} 项待办，其中已逾期 {overdue} 项，今日到期 {due} 项。",
    en: "{day} · {count} {count|task|tasks}, {overdue} overdue, {due} due today.",
  },
  "sum.overdue": {
    zh: "{day} · 共 {count} 项待办，其中已逾期 {overdue} 项。",
    en: "{day} · {count} {count|task|tasks}, {overdue} overdue.",
  },
  "sum.due": {
    zh: "{day} · 共 {count} 项待办，其中今日到期 {due} 项。",
    en: "{day} · {count} {count|task|tasks}, {due} due today.",
  },
  "sum.calm": {
    zh: "{day} · 共 {count} 项待办，没有逾期。",
    en: "{day} · {count} {count|task|tasks}, none overdue.",
  },
  "sum.none": { zh: "{day}", en: "{day}" },
  "part.overdue": { zh: "已逾期", en: "Overdue" },
  "part.due": { zh: "今日到期", en: "Due today" },
  "part.soon": { zh: "即将到期", en: "Due soon" },
  "part.open": { zh: "其他待办", en: "Also to do" },
  "line.count": { zh: "{count} 件", en: "{count}" },
  "line.due.one": { zh: "期限 {day}", en: "due {day}" },
  "line.due": { zh: "最早期限 {day}", en: "earliest due {day}" },
  "empty.title": { zh: "今日无待办", en: "Nothing to do today" },
  "empty.text": {
    zh: "没有退回的行、待确认的主体、临近期限的决定或待您审批的事项。有新的待办时，这里和收件箱会显示。",
    en: "No returned rows, no subject to confirm, no decision near its term and no proposal for you. New work shows here and in your inbox.",
  },
  "inbox.title": { zh: "未读通知", en: "Unread notices" },
  "inbox.all": { zh: "打开收件箱", en: "Open the inbox" },
  "inbox.none": { zh: "没有未读通知。", en: "No unread notices." },
} as const;
