import { Link, useParams } from "react-router";
import { useNames } from "../../catalogue.ts";
import { useWords } from "../../words.ts";
import { BodyOmissions } from "./body-omissions.tsx";
import { OMISSION_WORDS } from "./omissions.words.ts";

/** One body's series, what waits, and its months. */
export function BodyScreen() {
  const { t } = useWords(OMISSION_WORDS);
  const { bodyName } = useNames();
  const { body = "" } = useParams();
  return (
    <>
      <p className="trail">
        <Link to="/omissions">{t("omissions.back")}</Link>
      </p>
      <h1>{bodyName(body)}</h1>
      <BodyOmissions body={body} />
    </>
  );
}
