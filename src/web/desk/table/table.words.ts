export const TABLE_WORDS = {
  "table.export": { zh: "导出 {format}", en: "Export {format}" },
  "table.rows": { zh: "共 {count} 行", en: "{count} {count|row|rows}" },
  "table.shown": { zh: "已显示 {count} 行", en: "{count} {count|row|rows} shown" },
  "table.more": { zh: "显示更多", en: "Show more" },
} as const;
