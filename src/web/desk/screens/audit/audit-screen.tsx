import { Link, useSearchParams } from "react-router";
import { take, type AuditEntry } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { moment } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { AuditFilter } from "./audit-filter.tsx";
import { conditionsOf, factsOf } from "./audit.rules.ts";
import { AUDIT_WORDS } from "./audit.words.ts";

/** The audit trail, with its conditions in the address. */
export function AuditScreen() {
  const { t } = useWords(AUDIT_WORDS);
  const api = useApi();
  const [asked] = useSearchParams();
  const conditions = conditionsOf(asked);
  const columns = useEntryColumns();
  const pages = usePages(["audit", conditions], (cursor) => {
    const query = { limit: 100, ...conditions, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/audit", { params: { query } }));
  });
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <AuditFilter key={asked.toString()} conditions={conditions} />
      <SavedFilters />
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ entryId }) => entryId}
            empty={t("empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

function useEntryColumns(): readonly Column<AuditEntry>[] {
  const { t } = useWords(AUDIT_WORDS);
  const { bodyName } = useNames();
  const personName = usePersonName();
  return [
    { key: "at", title: t("at"), value: ({ at }) => moment(at), steady: true },
    {
      key: "actor",
      title: t("actor"),
      value: ({ actor }) => actor,
      show: ({ actor }) => (
        <Link
          className="who-did"
          to={{ search: new URLSearchParams({ actor }).toString() }}
          title={t("only.actor", { name: actor })}
        >
          {personName(actor)}
        </Link>
      ),
    },
    { key: "body", title: t("body"), value: ({ body }) => (body === null ? null : bodyName(body)) },
    {
      key: "action",
      title: t("action"),
      value: ({ action }) => action,
      show: ({ action }) => <code>{action}</code>,
      steady: true,
    },
    { key: "target", title: t("target"), value: ({ target }) => target, show: (entry) => <Target entry={entry} /> },
    { key: "purpose", title: t("purpose"), value: ({ purpose }) => purpose, exportOnly: true },
    { key: "origin", title: t("origin"), value: ({ origin }) => origin, exportOnly: true },
    { key: "request", title: t("request"), value: ({ requestId }) => requestId, exportOnly: true },
    {
      key: "detail",
      title: t("detail"),
      value: ({ detail }) => factsOf(detail),
      show: (entry) => <Details entry={entry} />,
    },
  ];
}

function Target({ entry: { target } }: { readonly entry: AuditEntry }) {
  return <code className="target">{target}</code>;
}

/** The facts of an entry, and below them whence and for what it came. */
function Details({ entry: { detail, purpose, origin, requestId } }: { readonly entry: AuditEntry }) {
  const { t } = useWords(AUDIT_WORDS);
  const circumstances = [
    [t("purpose"), purpose],
    [t("origin"), origin],
    [t("request"), requestId],
  ] as const;
  return (
    <>
      {factsOf(detail)}
      {circumstances.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="quiet small">
            {name} {value}
          </div>
        ),
      )}
    </>
  );
}
