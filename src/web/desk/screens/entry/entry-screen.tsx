import { Link, useParams } from "react-router";
import { useCatalogueItem } from "../../catalogue.ts";
import { mayOpen, useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { EntrySheet } from "./entry-sheet.tsx";
import { ENTRY_WORDS } from "./entry.words.ts";
import { REPORT_WORDS } from "../report/report.words.ts";

/** Entering rows of one item at the desk, by the form that the catalogue describes. */
export function EntryScreen() {
  const { t, pick } = useWords(ENTRY_WORDS);
  const { t: report } = useWords(REPORT_WORDS);
  const { item: code = "" } = useParams();
  const item = useCatalogueItem(code);
  const session = useSession().data;
  const mayReport = session !== undefined && mayOpen(session, "batches:report");
  return (
    <>
      <p className="trail">
        <Link to="/report">{t("entry.back")}</Link>
      </p>
      <Loaded query={item} heading={t("entry.choose")}>
        {({ title, form }) => (
          <>
            <h1>{t("entry.title", { item: pick(title) })}</h1>
            <p className="lead">{mayReport ? t("entry.lead") : report("report.readOnly")}</p>
            {mayReport && session ? <EntrySheet key={code} form={form} ownBody={session.body?.code ?? null} /> : null}
          </>
        )}
      </Loaded>
    </>
  );
}
