import { Link, useLocation } from "react-router";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";

const WORDS = {
  "notFound.title": { zh: "没有这个页面", en: "There is no such screen" },
  "notFound.text": {
    zh: "地址 {path} 不属于工作台的任何页面，可能是输入有误或链接已失效。",
    en: "No screen of the desk has the address {path}; it may be mistyped or out of date.",
  },
  "notFound.back": { zh: "回到报送", en: "Back to reporting" },
} as const;

export function NotFound() {
  const { t } = useWords(WORDS);
  const { pathname } = useLocation();
  return (
    <>
      <h1>{t("notFound.title")}</h1>
      <Notice
        kind="plain"
        title={t("notFound.text", { path: pathname })}
        actions={<Link to="/">{t("notFound.back")}</Link>}
      />
    </>
  );
}
