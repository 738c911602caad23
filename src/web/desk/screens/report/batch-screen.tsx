import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { take, type Batch } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { bytes, moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { BatchProgress } from "./batch-progress.tsx";
import { BatchResult } from "./batch-result.tsx";
import { BatchStateWord } from "./batch-state.tsx";
import { BATCH_WORDS } from "./batch.words.ts";

const POLL_MILLISECONDS = 1000;

/** One batch at its own address: its progress while it is worked on, its result afterwards. */
export function BatchScreen() {
  const { t } = useWords(BATCH_WORDS);
  const { batchId = "" } = useParams();
  const api = useApi();
  const query = useQuery({
    queryKey: ["batches", batchId],
    queryFn: () => take(api.GET("/api/v1/batches/{batchId}", { params: { path: { batchId } } })),
    // A receipt changes no more once its batch has ended.
    staleTime: ({ state }) => (state.data && state.data.finishedAt !== null ? Infinity : 0),
    refetchInterval: ({ state }) => (state.data && state.data.finishedAt !== null ? false : POLL_MILLISECONDS),
  });
  return (
    <>
      <p className="trail">
        <Link to="/report">{t("batch.back")}</Link>
      </p>
      <Loaded query={query} heading={t("batch.title")}>
        {(batch) => (
          <>
            <BatchHead batch={batch} />
            {batch.finishedAt === null ? (
              <BatchProgress batch={batch} seenAt={query.dataUpdatedAt} />
            ) : (
              <BatchResult batch={batch} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function BatchHead({ batch }: { readonly batch: Batch }) {
  const { t } = useWords(BATCH_WORDS);
  const { itemName } = useNames();
  const { batchId, fileName, item, receivedAt } = batch;
  return (
    <>
      <h1>{fileName}</h1>
      <p className="quiet">
        <BatchStateWord batch={batch} />
        {" · "}
        {t("batch.meta", { item: itemName(item), size: bytes(batch.bytes), at: moment(receivedAt) })} ·{" "}
        {t("batch.number")} <code>{batchId}</code>
      </p>
    </>
  );
}
