import { Link } from "react-router";
import { take, type HeldRecord } from "../../../../client/index.ts";
import { systemClock } from "../../../../kernel/time.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { HELD_WORDS } from "./held.words.ts";

/** Penalties that are held as not served, with what is due when. */
export function HeldScreen() {
  const { t } = useWords(HELD_WORDS);
  const api = useApi();
  const columns = useHeldColumns();
  const pages = usePages(["held-records"], (cursor) =>
    take(api.GET("/api/v1/held-records", { params: { query: { limit: 100, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <>
      <h1>{t("held.title")}</h1>
      <p className="lead">{t("held.lead")}</p>
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("held.title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ recordId }) => recordId}
            empty={t("held.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

function useHeldColumns(): readonly Column<HeldRecord>[] {
  const { t } = useWords(HELD_WORDS);
  const { itemName, bodyName } = useNames();
  const today = systemClock.today();
  return [
    {
      key: "document",
      title: t("held.document"),
      value: ({ documentNumber }) => documentNumber,
      show: ({ recordId, documentNumber }) => <Link to={`/held/${recordId}`}>{documentNumber}</Link>,
      steady: true,
    },
    { key: "subject", title: t("held.subject"), value: ({ subjectName }) => subjectName },
    { key: "decided", title: t("held.decided"), value: ({ decisionDate }) => decisionDate, steady: true },
    {
      key: "serviceDue",
      title: t("held.serviceDue"),
      value: ({ serviceDue }) => serviceDue,
      show: ({ serviceDue }) =>
        serviceDue !== null && serviceDue < today ? (
          <span className="state-warning">
            <span aria-hidden="true">△</span> {serviceDue} {t("held.overdue")}
          </span>
        ) : (
          (serviceDue ?? "–")
        ),
      steady: true,
    },
    { key: "due", title: t("held.due"), value: ({ dueIfServedToday }) => dueIfServedToday, steady: true },
    { key: "note", title: t("held.note"), value: ({ note }) => note },
    { key: "papers", title: t("held.papers"), value: ({ documents }) => documents, numeric: true },
    { key: "body", title: t("held.body"), value: ({ sourceBody }) => bodyName(sourceBody) },
    { key: "item", title: t("held.item"), value: ({ item }) => itemName(item), exportOnly: true },
  ];
}
