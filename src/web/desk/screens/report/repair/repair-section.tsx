import { useEffect, useState } from "react";
import type { Batch } from "../../../../../client/index.ts";
import { count } from "../../../numbers.ts";
import { mayOpen, useSession } from "../../../session.ts";
import { Loaded } from "../../../shell/loaded.tsx";
import { useNarrow } from "../../../table/narrow.ts";
import { useWords } from "../../../words.ts";
import { useBatchRows, type RowTable } from "./batch-rows.ts";
import { RepairCards } from "./repair-cards.tsx";
import { RepairGrid } from "./repair-grid.tsx";
import { RepairTools, type Shown } from "./repair-tools.tsx";
import { useEdits } from "./repair-work.ts";
import { REPAIR_WORDS } from "./repair.words.ts";
import { SentBatch } from "./sent-batch.tsx";
import "./repair.css";

const COUNTS = ["open", "underWay", "repaired", "refusedAgain", "explained"] as const;

/** The rejected rows of a batch: where they stand, and for those who report, correcting and explaining them in place. */
export function RepairSection({ batch }: { readonly batch: Batch }) {
  const { t } = useWords(REPAIR_WORDS);
  const { batchId, rejectedRows } = batch;
  const session = useSession().data;
  const mayEdit = session !== undefined && mayOpen(session, "batches:report");
  const [shown, setShown] = useState<Shown>({ open: true, cause: null });
  const { query, isCut, isLoading } = useBatchRows(batchId, shown.open);
  const loaded = query.data?.rows.length ?? 0;
  return (
    <section aria-label={t("repair.title")}>
      <h2>{t("repair.title")}</h2>
      <p className="lead">{t(mayEdit ? "repair.lead" : "repair.readOnly")}</p>
      {rejectedRows === null ? null : (
        <dl className="figures figures-few">
          {COUNTS.filter((key) => key === "open" || rejectedRows[key] > 0).map((key) => (
            <div key={key}>
              <dt>{t(`count.${key}`)}</dt>
              <dd>{count(rejectedRows[key])}</dd>
            </div>
          ))}
        </dl>
      )}
      <Loaded query={query}>
        {(table) => (
          <Workplace
            {...{ batchId, table, shown, mayEdit }}
            person={session?.user?.id ?? ""}
            onShow={setShown}
            loading={isLoading ? t("repair.loading", { count: count(loaded) }) : null}
          />
        )}
      </Loaded>
      {isCut ? <p className="quiet">{t("repair.cut", { count: count(loaded) })}</p> : null}
    </section>
  );
}

interface WorkplaceProps {
  readonly batchId: string;
  readonly person: string;
  readonly table: RowTable;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly mayEdit: boolean;
  /** That more rows are being loaded. */
  readonly loading: string | null;
}

function Workplace({ batchId, person, table, shown, onShow, mayEdit, loading }: WorkplaceProps) {
  const { t } = useWords(REPAIR_WORDS);
  const work = useEdits(person, batchId, table);
  const narrow = useNarrow();
  const { edits } = work.state;
  const rows = shown.cause === null ? table.rows : rowsOfCause(table, shown.cause);
  const visible = { ...table, rows };
  const common = { batchId, edits, mayEdit, change: work.change };
  useUndoKey(work.undo);
  return (
    <>
      {work.sent === null ? null : <SentBatch key={work.sent} batchId={work.sent} repaired={batchId} />}
      <RepairTools {...{ ...common, table: visible, all: table.rows, shown, onShow, narrow }} work={work} />
      {loading === null ? null : (
        <p className="quiet" role="status">
          {loading}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="empty">{t(shown.open && shown.cause === null ? "repair.allDone" : "repair.none")}</p>
      ) : narrow ? (
        <RepairCards {...visible} {...common} />
      ) : (
        <RepairGrid {...visible} {...common} />
      )}
    </>
  );
}

function rowsOfCause({ rows }: RowTable, cause: number): RowTable["rows"] {
  return rows.filter(({ findings }) => findings.some((finding) => finding.cause === cause));
}

/** Ctrl-Z anywhere but in a field, where it undoes typing. */
function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const look = (event: KeyboardEvent): void => {
      const isField = event.target instanceof Element && event.target.matches("input, textarea, select");
      if (isField || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      undo();
    };
    globalThis.addEventListener("keydown", look);
    return () => globalThis.removeEventListener("keydown", look);
  }, [undo]);
}
