import { Link, useParams } from "react-router";
import { RecordPapers } from "../../record/record-papers.tsx";
import { useWords } from "../../words.ts";
import { HELD_WORDS } from "./held.words.ts";

/** The clock, the service and the papers of one record. */
export function HeldRecordScreen() {
  const { t } = useWords(HELD_WORDS);
  const { recordId = "" } = useParams();
  return (
    <>
      <p className="trail">
        <Link to="/held">{t("held.back")}</Link>
      </p>
      <h1>{t("held.record")}</h1>
      <p className="quiet mono">{recordId}</p>
      <RecordPapers recordId={recordId} />
    </>
  );
}
