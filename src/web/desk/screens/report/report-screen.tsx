import { useWords } from "../../words.ts";
import { BatchList } from "./batch-list.tsx";
import { ReportForm } from "./report-form.tsx";
import { REPORT_WORDS } from "./report.words.ts";

/** Handing in a file, and what was handed in before. */
export function ReportScreen() {
  const { t } = useWords(REPORT_WORDS);
  return (
    <>
      <h1>{t("report.title")}</h1>
      <p className="lead">{t("report.lead")}</p>
      <ReportForm />
      <BatchList />
    </>
  );
}
