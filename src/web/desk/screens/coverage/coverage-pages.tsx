import { NavLink } from "react-router";
import { useWords } from "../../words.ts";
import { COVERAGE_WORDS } from "./coverage.words.ts";

/** The three pages of coverage beside each other. */
export function CoveragePages() {
  const { t } = useWords(COVERAGE_WORDS);
  return (
    <nav className="pages" aria-label={t("coverage.nav")}>
      <NavLink to="/coverage" end>
        {t("coverage.matrix")}
      </NavLink>
      <NavLink to="/coverage/monthly">{t("coverage.monthly")}</NavLink>
      <NavLink to="/coverage/samples">{t("coverage.samples")}</NavLink>
    </nav>
  );
}
