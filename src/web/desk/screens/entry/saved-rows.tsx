import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import { take, type Batch } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useWords } from "../../words.ts";
import { ENTRY_WORDS } from "./entry.words.ts";

/** A row that was sent: its batch, and what it is called. */
export interface SavedRow {
  readonly batchId: string;
  readonly name: string;
}

const POLL_MILLISECONDS = 600;
const OUTCOMES = ["accepted", "changed", "duplicates", "rejected", "review"] as const;
const SHAPES = { accepted: "✓", changed: "✓", duplicates: "○", review: "○", held: "○", rejected: "✕" } as const;

/** What became of the rows of this sitting, the last one first. */
export function SavedRows({ rows }: { readonly rows: readonly SavedRow[] }) {
  const { t } = useWords(ENTRY_WORDS);
  if (rows.length === 0) return null;
  return (
    <section className="saved-rows" aria-label={t("saved.title")}>
      <h2>{t("saved.title")}</h2>
      <ol reversed>
        {rows.toReversed().map((row) => (
          <li key={row.batchId}>
            <span>{row.name}</span> <Outcome batchId={row.batchId} />{" "}
            <Link to={`/report/${row.batchId}`}>{t("saved.receipt")}</Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Outcome({ batchId }: { readonly batchId: string }) {
  const { t } = useWords(ENTRY_WORDS);
  const api = useApi();
  const batch = useQuery({
    queryKey: ["batches", batchId],
    queryFn: () => take(api.GET("/api/v1/batches/{batchId}", { params: { path: { batchId } } })),
    refetchInterval: ({ state }) => (state.data && state.data.finishedAt !== null ? false : POLL_MILLISECONDS),
    staleTime: ({ state }) => (state.data && state.data.finishedAt !== null ? Infinity : 0),
  }).data;
  const queries = useQueryClient();
  const isFiled = batch !== undefined && batch.finishedAt !== null;
  useEffect(() => {
    // What would become of a row was said before this one was on file.
    if (isFiled) void queries.invalidateQueries({ queryKey: ["trial"] });
  }, [isFiled, queries]);
  if (batch === undefined || batch.finishedAt === null)
    return (
      <span className="quiet" role="status">
        {t("saved.working")}
      </span>
    );
  const outcome = outcomeOf(batch);
  if (outcome === null)
    return (
      <span className="state-error" role="status">
        ✕ {t("saved.failed")}
      </span>
    );
  const state = outcome === "rejected" ? "error" : outcome === "accepted" || outcome === "changed" ? "done" : "warning";
  return (
    <span className={`state-${state}`} role="status">
      <span aria-hidden="true">{SHAPES[outcome]}</span> {t(`saved.${outcome}`)}
    </span>
  );
}

function outcomeOf({ counts }: Batch): keyof typeof SHAPES | null {
  if (counts === null) return null;
  if (counts.held > 0) return "held";
  return OUTCOMES.find((key) => counts[key] > 0) ?? null;
}
