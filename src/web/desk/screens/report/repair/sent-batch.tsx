import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { take, type Batch } from "../../../../../client/index.ts";
import { useApi } from "../../../api.ts";
import { count } from "../../../numbers.ts";
import { Loaded } from "../../../shell/loaded.tsx";
import { Notice } from "../../../shell/notice.tsx";
import { useWords } from "../../../words.ts";
import { BatchStateWord } from "../batch-state.tsx";
import { useRowsSettled } from "./repair-work.ts";
import { REPAIR_WORDS } from "./repair.words.ts";

const POLL_MILLISECONDS = 1000;

/** The batch that changed rows were handed in with: its progress and result, where they were changed. */
export function SentBatch({ batchId, repaired }: { readonly batchId: string; readonly repaired: string }) {
  const api = useApi();
  const query = useQuery({
    queryKey: ["batches", batchId],
    queryFn: () => take(api.GET("/api/v1/batches/{batchId}", { params: { path: { batchId } } })),
    refetchInterval: ({ state }) => (state.data && state.data.finishedAt !== null ? false : POLL_MILLISECONDS),
  });
  const settled = useRowsSettled(repaired);
  const isDone = query.data !== undefined && query.data.finishedAt !== null;
  const wasWorking = useRef(false);
  useEffect(() => {
    if (query.data === undefined) return;
    // Only where the end came while somebody looked: what was loaded after it shows it already.
    if (isDone && wasWorking.current) void settled();
    wasWorking.current = !isDone;
  });
  return <Loaded query={query}>{(batch) => <Told batch={batch} />}</Loaded>;
}

function Told({ batch }: { readonly batch: Batch }) {
  const { t, pick } = useWords(REPAIR_WORDS);
  const receipt = <Link to={`/report/${batch.batchId}`}>{t("sent.receipt")}</Link>;
  if (batch.refusal !== null)
    return (
      <Notice kind="error" title={t("sent.refused")} actions={receipt}>
        <p>
          {pick(batch.refusal.message)} {pick(batch.refusal.remedy)}
        </p>
      </Notice>
    );
  const { counts } = batch;
  if (counts === null)
    return (
      <Notice kind={batch.interrupted ? "error" : "plain"} title={t("sent.working")} actions={receipt}>
        <p>
          <BatchStateWord batch={batch} /> · {t("sent.rows", { count: count(batch.progress.rowsFiled) })}
        </p>
      </Notice>
    );
  const { rows, rejected, review } = counts;
  if (rejected > 0)
    return (
      <Notice
        kind="warning"
        title={t("sent.partly", { rows, rejected })}
        actions={<Link to={`/report/${batch.batchId}`}>{t("sent.continue")}</Link>}
      />
    );
  return (
    <Notice
      kind={review > 0 ? "plain" : "done"}
      title={t(review > 0 ? "sent.review" : "sent.done", { rows, review })}
      actions={receipt}
    />
  );
}
