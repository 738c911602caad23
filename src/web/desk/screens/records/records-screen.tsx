import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { take, type FiledRecordSummary } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useBodies, useCatalogue, useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { Loaded } from "../../shell/loaded.tsx";
import { useAsked } from "../../table/asked.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { useSettled } from "../entry/use-trial.ts";
import { RecordState, useRecordState } from "./record-state.tsx";
import { RECORDS_WORDS } from "./records.words.ts";
import { RECORDS_KEY, usePurpose } from "./use-record.ts";

/** Records of the reader's body, or with a purpose of all bodies, to be found by number, firm and day. */
export function RecordsScreen() {
  const { t } = useWords(RECORDS_WORDS);
  const { needed, stated } = usePurpose();
  return (
    <>
      <h1>{t("records.title")}</h1>
      <p className="lead">{t(needed ? "records.leadAll" : "records.lead")}</p>
      <Filter withBody={needed} />
      {stated ? <Found /> : <p className="empty">{t("records.purposeFirst")}</p>}
    </>
  );
}

function Filter({ withBody }: { readonly withBody: boolean }) {
  const { t, pick } = useWords(RECORDS_WORDS);
  const [asked, ask] = useAsked();
  const items = useCatalogue().data?.items ?? [];
  const bodies = useBodies().data?.items ?? [];
  const any = { value: "", label: t("records.any") };
  return (
    <div className="choices" role="search">
      {withBody ? <Typed name="purpose" label={t("records.purpose")} /> : null}
      <Typed name="q" label={t("records.find")} />
      <Choice
        label={t("records.item")}
        value={asked("item")}
        options={[any, ...items.map(({ item, title }) => ({ value: item, label: pick(title) }))]}
        onChange={ask("item")}
      />
      {withBody ? (
        <Choice
          label={t("records.body")}
          value={asked("body")}
          options={[any, ...bodies.map(({ body, name }) => ({ value: body, label: pick(name) }))]}
          onChange={ask("body")}
        />
      ) : null}
      <Field type="date" label={t("records.from")} value={asked("from")} onChange={ask("from")} />
      <Field type="date" label={t("records.to")} value={asked("to")} onChange={ask("to")} />
      <SavedFilters />
    </div>
  );
}

/** A condition that is typed: it stands in the address at once, and is asked for in the pauses. */
function Typed({ name, label }: { readonly name: string; readonly label: string }) {
  const [asked, ask] = useAsked();
  const [text, setText] = useState(asked(name));
  return (
    <Field
      label={label}
      value={text}
      onChange={(next) => {
        setText(next);
        ask(name)(next.trim());
      }}
    />
  );
}

function useConditions() {
  const [conditions] = useSearchParams();
  return useSettled(conditions.toString());
}

const CONDITIONS = ["q", "item", "body", "from", "to", "purpose"] as const;

/** What is asked for, of all that stands in the address. */
function conditionsOf(address: URLSearchParams): Partial<Record<(typeof CONDITIONS)[number], string>> {
  const given = CONDITIONS.map((name) => [name, address.get(name) ?? ""] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}

function Found() {
  const { t } = useWords(RECORDS_WORDS);
  const api = useApi();
  const columns = useRecordColumns();
  const settled = useConditions();
  const conditions = new URLSearchParams(settled);
  const isFiltered = CONDITIONS.some((name) => name !== "purpose" && conditions.has(name));
  const pages = usePages([...RECORDS_KEY, "list", settled], (cursor) => {
    const query = { limit: 50, ...conditionsOf(conditions), ...(cursor === undefined ? {} : { cursor }) };
    return take(api.GET("/api/v1/filed-records", { params: { query } }));
  });
  return (
    <Loaded query={pages.query}>
      {() => (
        <DataTable
          title={t("records.title")}
          columns={columns}
          rows={pages.rows}
          rowKey={({ recordId }) => recordId}
          empty={t(isFiltered ? "records.emptyFilter" : "records.empty")}
          more={pages.more}
          loadAll={pages.loadAll}
        />
      )}
    </Loaded>
  );
}

function useRecordColumns(): readonly Column<FiledRecordSummary>[] {
  const { t } = useWords(RECORDS_WORDS);
  const { itemName, bodyName } = useNames();
  const stateOf = useRecordState();
  const { purpose, needed } = usePurpose();
  const search = purpose === "" ? "" : `?${new URLSearchParams({ purpose }).toString()}`;
  const columns: Column<FiledRecordSummary>[] = [
    {
      key: "document",
      title: t("records.document"),
      value: ({ documentNumber }) => documentNumber,
      show: ({ recordId, documentNumber }) => (
        <Link to={`/records/${recordId}${search}`}>{documentNumber || t("records.noNumber")}</Link>
      ),
      steady: true,
    },
    { key: "party", title: t("records.party"), value: ({ subjectName }) => subjectName },
    { key: "item", title: t("records.item"), value: ({ item }) => itemName(item) },
    { key: "decided", title: t("records.decided"), value: ({ decisionDate }) => decisionDate, steady: true },
    {
      key: "state",
      title: t("records.state"),
      value: (record) => stateOf(record).words,
      show: (record) => <RecordState record={record} />,
    },
    { key: "due", title: t("records.due"), value: ({ dueOn }) => dueOn, steady: true },
  ];
  const body = { key: "body", title: t("records.body"), value: (row: FiledRecordSummary) => bodyName(row.sourceBody) };
  return needed ? [...columns.slice(0, 3), body, ...columns.slice(3)] : columns;
}
