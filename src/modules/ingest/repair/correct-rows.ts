import type { Actor } from "../../../kernel/actor.ts";
import type { BatchId } from "../../../kernel/ids.ts";
import { cutText } from "../../../kernel/text.ts";
import { inScope } from "../../../platform/db/scope.ts";
import type { Batch } from "../batch.ts";
import { ingestProblem } from "../ingest.problems.ts";
import { receiveBatch } from "../receive-batch.ts";
import type { IngestRuntime } from "../run-batch.ts";
import { readCorrections } from "./batch-content.ts";
import { contentOf } from "./content-of-batch.ts";
import { overEarlier, writeCorrections, type Corrections } from "./corrections.ts";

/** Cells of a batch's rejected rows that were put right. */
export interface CorrectRows {
  readonly batch: Batch;
  readonly rows: Corrections["rows"];
  readonly attested: boolean;
  readonly actor: Actor;
  readonly idempotencyKey: string | null;
  readonly requestId: string;
}

const LONGEST_NAME = 160;

/**
 * Hands rejected rows of a batch in again with corrected cells: a batch of its own with these rows only, under their old
 * numbers, read like any file. Cells that were not corrected are those of the file, so nobody has to send them.
 * @throws Problem ingest/not-correctable, ingest/row-not-rejected, ingest/row-not-open, and those of receiveBatch
 */
export async function correctRows(
  runtime: IngestRuntime,
  command: CorrectRows,
): Promise<{ batchId: BatchId; created: boolean }> {
  const { batch, actor, idempotencyKey, requestId, attested } = command;
  if (batch.state !== "done") throw ingestProblem("not-correctable");
  const given: Corrections = { corrects: batch.batchId, rows: command.rows };
  const corrections = batch.tableOf === null ? given : overEarlier(given, await earlierOf(runtime, batch));
  async function* content(): AsyncGenerator<Buffer> {
    yield writeCorrections(corrections);
  }
  const { item, profile, sourceBody } = batch;
  return receiveBatch(runtime, {
    item,
    profile,
    sourceBody,
    fileName: `${cutText(batch.fileName.replace(CORRECTED, ""), LONGEST_NAME)}（改正 ${command.rows.size} 行）`,
    attested,
    // What was said of the file holds for its corrected rows: none of them slips into public by being repaired.
    unserved: batch.unserved,
    actor,
    idempotencyKey,
    requestId,
    content: content(),
    correction: {
      repairs: batch.batchId,
      tableOf: batch.tableOf ?? batch.batchId,
      rows: [...command.rows.keys()].toSorted((a, b) => a - b),
    },
  });
}

const CORRECTED = /（改正 \d+ 行）$/;

/** What the batch itself had corrected already. */
async function earlierOf(runtime: IngestRuntime, batch: Batch): Promise<Corrections["rows"]> {
  const { corrections } = await inScope(runtime.db, (tx) => contentOf(tx, runtime, batch));
  return corrections === null ? new Map() : (await readCorrections(corrections)).rows;
}
