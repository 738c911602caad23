import { recordAudit } from "#audit";
import { maskPersonalNumbers } from "#catalogue";
import type { Actor } from "../../../kernel/actor.ts";
import { newId, type BatchId, type ExplanationId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { Tx } from "../../../platform/db/types.ts";
import { ingestProblem } from "../ingest.problems.ts";
import type { IngestRuntime } from "../run-batch.ts";
import { insertActs } from "./row-states.store.ts";
import { demandState } from "./row-states.ts";

/** Somebody says why rows are not repaired, or that they are to be repaired after all. */
export interface ExplainRows {
  readonly batchId: BatchId;
  readonly rows: readonly number[];
  /** A standard answer; null to open rows again that were explained. */
  readonly answer: string | null;
  readonly words: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId: string;
}

/**
 * Explains open rows of a batch, or opens explained ones again. Numbers of persons in the words are kept masked.
 * @throws Problem ingest/unknown-answer, ingest/row-not-rejected, ingest/row-not-open
 */
export async function explainRows(
  tx: Tx,
  { rowAnswers, clock }: Pick<IngestRuntime, "rowAnswers" | "clock">,
  command: ExplainRows,
): Promise<ExplanationId> {
  const { batchId, rows, answer, actor, at, requestId } = command;
  const known = rowAnswers.on(clock.today());
  if (answer !== null && !known.some((one) => one.answer === answer))
    throw ingestProblem("unknown-answer", { extra: { answers: known.map((one) => one.answer) } });
  const facts = await demandState(tx, batchId, rows, answer === null ? "explained" : "open");
  const explanationId = newId<ExplanationId>();
  const words = maskPersonalNumbers(command.words.trim(), true).text;
  await insertActs(tx, { explanationId, batchId, answer, words, at, actor: actor.id }, facts);
  const action = answer === null ? "ingest/reopen-rows" : "ingest/explain-rows";
  const detail = { rows: [...rows], ...(answer === null ? {} : { answer }) };
  await recordAudit(tx, { at, actor, action, target: batchId, detail, requestId });
  return explanationId;
}
