import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams } from "react-router";
import { take, type MonthlyHistory } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { MonthTable } from "./month-table.tsx";
import { MonthlyForm } from "./monthly-form.tsx";
import { MONTHLY_WORDS } from "./monthly.words.ts";

/** One body's month: the table as it stands, what can be done, and its former versions. Printed, it is the table alone. */
export function MonthScreen() {
  const { t } = useWords(MONTHLY_WORDS);
  const { bodyName } = useNames();
  const api = useApi();
  const { body = "", month = "" } = useParams();
  const query = useQuery({
    queryKey: ["monthly", body, month],
    queryFn: () => take(api.GET("/api/v1/monthly-tables/{body}/{month}", { params: { path: { body, month } } })),
  });
  return (
    <>
      <p className="trail">
        <Link to="/coverage/monthly">{t("monthly.title")}</Link>
      </p>
      <h1>{t("month.title", { body: bodyName(body), month })}</h1>
      <Loaded query={query}>{(history) => <Month history={history} />}</Loaded>
    </>
  );
}

function Month({ history }: { readonly history: MonthlyHistory }) {
  const { t } = useWords(MONTHLY_WORDS);
  const [current, ...former] = history.versions;
  const now = history.filed.reduce((sum, { count }) => sum + count, 0);
  const then = current?.lines.reduce((sum, { reported }) => sum + reported, 0) ?? now;
  return (
    <>
      {current ? (
        <>
          <MonthTable version={current} dueOn={history.dueOn} />
          {now === then ? null : <p>{t("month.filedSince", { now, before: then })}</p>}
          <p className="actions">
            <Button onClick={() => globalThis.print()}>{t("month.print")}</Button>
          </p>
        </>
      ) : (
        <div className="empty">
          {t("month.none")} {t("monthly.dueOn")} <span className="steady">{history.dueOn}</span>
        </div>
      )}
      {history.mayMake ? (
        <section className="sheet no-print">
          <h2>{t(current ? "form.again" : "form.title")}</h2>
          <MonthlyForm history={history} />
        </section>
      ) : null}
      {former.length === 0 ? null : (
        <section className="no-print">
          <h2>{t("month.former")}</h2>
          {former.map((version) => (
            <details key={version.tableId}>
              <summary>{t("month.version", { version: version.version })}</summary>
              <MonthTable version={version} dueOn={history.dueOn} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}
