import { Link } from "react-router";
import { take, type Batch } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useCatalogue, useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useAsked } from "../../table/asked.ts";
import { usePages } from "../../table/pages.ts";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { BatchStateWord } from "./batch-state.tsx";
import { REPORT_WORDS } from "./report.words.ts";

const STATES = ["received", "reading", "checking", "merging", "done", "refused", "failed"] as const;
const REFRESH_MILLISECONDS = 10_000;

/** What was handed in, newest first, by item and state. */
export function BatchList() {
  const { t, pick } = useWords(REPORT_WORDS);
  const api = useApi();
  const [asked, ask] = useAsked();
  const item = asked("item");
  const state = STATES.find((value) => value === asked("state")) ?? "";
  const items = useCatalogue().data?.items ?? [];
  const pages = usePages(
    ["batches", "list", item, state],
    (cursor) => {
      const filter = {
        ...(item === "" ? {} : { item }),
        ...(state === "" ? {} : { state }),
        ...(cursor ? { cursor } : {}),
      };
      return take(api.GET("/api/v1/batches", { params: { query: { limit: 20, ...filter } } }));
    },
    // Each look at the list is on the audit trail: it is asked for again only while something is under way.
    (rows) => rows.some(({ finishedAt }) => finishedAt === null) && REFRESH_MILLISECONDS,
  );
  const any = { value: "", label: t("batches.any") };
  return (
    <>
      <h2>{t("batches.title")}</h2>
      <div className="choices">
        <Choice
          label={t("report.item")}
          value={item}
          options={[any, ...items.map((entry) => ({ value: entry.item, label: pick(entry.title) }))]}
          onChange={ask("item")}
        />
        <Choice
          label={t("batches.state")}
          value={state}
          options={[any, ...STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
          onChange={ask("state")}
        />
        <SavedFilters />
      </div>
      <Loaded query={pages.query}>
        {() => (
          <BatchTable
            rows={pages.rows}
            more={pages.more}
            loadAll={pages.loadAll}
            empty={t(item === "" && state === "" ? "batches.empty" : "batches.emptyFilter")}
          />
        )}
      </Loaded>
    </>
  );
}

interface BatchTableProps {
  readonly rows: readonly Batch[];
  readonly more: { readonly load: () => void; readonly loading: boolean } | undefined;
  readonly loadAll: () => Promise<readonly Batch[]>;
  readonly empty: string;
}

function BatchTable(props: BatchTableProps) {
  const { t } = useWords(REPORT_WORDS);
  const { itemName } = useNames();
  const number = (key: "rows" | "accepted" | "changed" | "review" | "rejected"): Column<Batch> => ({
    key,
    title: t(`count.${key}`),
    value: ({ counts }) => counts?.[key] ?? null,
    numeric: true,
  });
  const columns: readonly Column<Batch>[] = [
    {
      key: "file",
      title: t("batches.file"),
      value: ({ fileName }) => fileName,
      show: ({ batchId, fileName }) => <Link to={`/report/${batchId}`}>{fileName}</Link>,
    },
    { key: "item", title: t("report.item"), value: ({ item }) => itemName(item) },
    {
      key: "received",
      title: t("batches.received"),
      value: ({ receivedAt }) => moment(receivedAt),
      show: ({ receivedAt }) => <time dateTime={receivedAt}>{moment(receivedAt)}</time>,
    },
    {
      key: "state",
      title: t("batches.state"),
      value: ({ state, interrupted }) => t(interrupted ? "state.interrupted" : `state.${state}`),
      show: (batch) => <BatchStateWord batch={batch} />,
    },
    number("rows"),
    number("accepted"),
    number("changed"),
    number("review"),
    number("rejected"),
    {
      key: "open",
      title: t("count.open"),
      value: ({ rejectedRows }) => rejectedRows?.open ?? null,
      numeric: true,
    },
  ];
  return <DataTable title={t("batches.title")} columns={columns} rowKey={({ batchId }) => batchId} {...props} />;
}
