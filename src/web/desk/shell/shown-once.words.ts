export const SHOWN_ONCE_WORDS = {
  "once.copy": { zh: "复制", en: "Copy" },
  "once.copied": { zh: "已复制", en: "Copied" },
  "once.byHand": {
    zh: "浏览器不允许自动复制，请选中后复制",
    en: "The browser does not allow it: select and copy by hand",
  },
  "once.only": {
    zh: "只显示这一次，离开页面后无法再次查看。",
    en: "Shown this once; after you leave the page nobody can see it again.",
  },
} as const;
