import { Link } from "react-router";
import { useWords } from "../../words.ts";
import { ChangeHistory } from "./change-history.tsx";
import { HISTORY_WORDS } from "./history.words.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

/** Every change of access that has ended, with its reasons. */
export function HistoryScreen() {
  const { t } = useWords(HISTORY_WORDS);
  const people = useWords(PEOPLE_WORDS);
  return (
    <>
      <p className="trail">
        <Link to="/people">{people.t("back")}</Link>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <ChangeHistory />
    </>
  );
}
