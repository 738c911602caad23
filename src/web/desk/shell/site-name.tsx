import { Link } from "react-router";
import { useWords } from "../words.ts";
import { SHELL_WORDS } from "./shell.words.ts";

const SITE = document.querySelector<HTMLMetaElement>("meta[name=site-name]");
const NAME = { zh: SITE?.content ?? "明信", en: SITE?.dataset["en"] ?? "Mingxin" };

/** Mark and name: the city's, as on the public pages, and that this is the desk. */
export function SiteName() {
  const { t, pick } = useWords(SHELL_WORDS);
  return (
    <Link className="site-name" to="/">
      <svg className="mark" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
        <path d="M4 3h16v18H4z" className="mark-sheet" />
        <path d="M8 8h8M8 12h8M8 16h4" className="mark-line" />
      </svg>
      <span>
        {pick(NAME)} <span className="quiet">{t("shell.desk")}</span>
      </span>
    </Link>
  );
}
