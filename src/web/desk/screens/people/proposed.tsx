import { Link } from "react-router";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

/** That a proposal was made, and where it waits. */
export function Proposed() {
  const { t } = useWords(PEOPLE_WORDS);
  return <Notice kind="done" title={t("person.proposed")} actions={<Link to="/people">{t("person.see")}</Link>} />;
}
