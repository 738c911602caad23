import { mayOpen, useSession } from "../../session.ts";
import { useWords } from "../../words.ts";
import { ZeroReporting } from "../coverage/zero-reporting.tsx";
import { BatchList } from "./batch-list.tsx";
import { ReportForm } from "./report-form.tsx";
import { REPORT_WORDS } from "./report.words.ts";

/** Handing in a file, for those who may, and what was handed in before. */
export function ReportScreen() {
  const { t } = useWords(REPORT_WORDS);
  const session = useSession().data;
  const mayReport = session !== undefined && mayOpen(session, "batches:report");
  return (
    <>
      <h1>{t("report.title")}</h1>
      <p className="lead">{t(mayReport ? "report.lead" : "report.readOnly")}</p>
      {mayReport ? <ReportForm /> : null}
      <ZeroReporting />
      <BatchList />
    </>
  );
}
