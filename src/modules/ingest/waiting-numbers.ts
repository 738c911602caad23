import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { BatchId, JudgementId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";
import { openWaitingRow } from "./open-waiting-row.ts";
import type { IngestRuntime } from "./run-batch.ts";
import { listFiledAfter, listJudgedAfter, listSealedOf, listWaitingBodies } from "./waiting-numbers.store.ts";

/**
 * The document numbers of a body's rows that wait, with their days: they were reported, so nobody may be asked about them.
 * Of rows on natural persons, too; nothing but number and day leaves the seal.
 */
export async function listWaitingNumbers(
  runtime: Pick<IngestRuntime, "catalogue" | "keyring">,
  tx: Tx,
  of: { readonly body: string; readonly item: string },
): Promise<{ documentNumber: string; day: LocalDate }[]> {
  const rows = await listSealedOf(tx, of);
  return rows.map((row) => {
    const { documentNumber, decisionDate } = openWaitingRow(runtime, row);
    return { documentNumber, day: decisionDate };
  });
}

/** What was filed or judged after these moments (null: ever), and whose waiting rows it brought. */
export interface FiledSince {
  readonly batches: readonly BatchId[];
  readonly judgements: readonly JudgementId[];
  /** The latest of each; the moment that was given where there is none. */
  readonly until: { readonly batches: Instant | null; readonly judgements: Instant | null };
  readonly waiting: readonly { readonly body: string; readonly item: string }[];
}

/** Tells a downstream module what it has not looked at yet. */
export async function listFiledSince(
  tx: Tx,
  after: { readonly batches: Instant | null; readonly judgements: Instant | null },
): Promise<FiledSince> {
  const filed = await listFiledAfter(tx, after.batches);
  const judged = await listJudgedAfter(tx, after.judgements);
  const batches = filed.map(({ batchId }) => batchId);
  return {
    batches,
    judgements: judged.map(({ judgementId }) => judgementId),
    until: {
      batches: filed.at(-1)?.finishedAt ?? after.batches,
      judgements: judged.at(-1)?.at ?? after.judgements,
    },
    waiting: batches.length === 0 ? [] : await listWaitingBodies(tx, after.batches === null ? null : batches),
  };
}
