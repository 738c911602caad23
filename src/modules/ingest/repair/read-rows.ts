import { recordAudit } from "#audit";
import type { Actor } from "../../../kernel/actor.ts";
import type { BatchId } from "../../../kernel/ids.ts";
import type { Text } from "../../../kernel/text.ts";
import type { Instant } from "../../../kernel/time.ts";
import { inScopeOf } from "../../../platform/db/scope.ts";
import { pageOf } from "../../../platform/http/list-query.ts";
import { deskOf, requestOf } from "../annotate/annotate-batch.ts";
import { rowsOf } from "../annotate/annotation-stream.ts";
import type { Proposal } from "../annotate/annotation.ts";
import { listProblems } from "../annotate/annotations.store.ts";
import type { ShownRow } from "../annotate/show-rows.ts";
import type { BriefCause } from "../annotate/summary-rows.ts";
import type { Batch } from "../batch.ts";
import { FileRefusal } from "../decode/file-refusal.ts";
import { ingestProblem } from "../ingest.problems.ts";
import type { IngestRuntime } from "../run-batch.ts";
import { contentOf } from "./content-of-batch.ts";
import { entryColumns, type EntryColumn } from "./entry-columns.ts";
import { listRowFacts, listRowNumbers, type RowFacts, type RowFilter } from "./row-states.store.ts";
import { stateOf, type RowState } from "./row-states.ts";

/** A rejected row with its cells, what is wrong with them, and where it stands. */
export interface BatchRow {
  readonly row: number;
  readonly state: RowState;
  readonly cells: readonly string[];
  readonly masked: readonly number[];
  readonly broken: boolean;
  readonly findings: readonly {
    readonly cause: number;
    readonly column: number | null;
    readonly suggestion: Proposal | null;
  }[];
  readonly carriedBy: { readonly batchId: BatchId; readonly row: number | null; readonly waits: boolean } | null;
  readonly explanation: {
    readonly answer: string;
    readonly title: Text;
    readonly words: string;
    readonly at: Instant;
    readonly by: string;
  } | null;
}

export interface RowsPage {
  readonly columns: readonly EntryColumn[];
  readonly causes: readonly BriefCause[];
  readonly items: readonly BatchRow[];
  readonly next: string | null;
}

/**
 * A page of a batch's rows with findings. The cells come from the sealed raw file, which is read up to the last row of the
 * page in the annotating thread; reading it is an audited act. @throws Problem ingest/not-correctable, ingest/annotating-busy
 */
export async function readRows(
  runtime: IngestRuntime,
  batch: Batch,
  filter: RowFilter,
  limit: number,
  by: { readonly actor: Actor; readonly requestId: string },
): Promise<RowsPage> {
  const { batchId } = batch;
  if (batch.state !== "done") throw ingestProblem("not-correctable");
  const found = await inScopeOf(runtime.db, by.actor, async (tx) => {
    const detail = { rows: filter.outcome, after: filter.after };
    await recordAudit(tx, { at: runtime.clock.now(), ...by, action: "ingest/read-raw-file", target: batchId, detail });
    const page = pageOf(await listRowNumbers(tx, batchId, filter, limit + 1), limit, String);
    return {
      ...page,
      facts: await listRowFacts(tx, batchId, page.items),
      causes: await listProblems(tx, batchId),
      content: await contentOf(tx, runtime, batch),
    };
  });
  const { items: wanted, causes, content, next } = found;
  const [first] = wanted;
  if (first === undefined) return { columns: [], causes, items: [], next: null };
  const request = { ...requestOf(runtime, batch, content, causes), rows: wanted };
  const desk = deskOf(runtime, batch, first - 1);
  const { columns, rows } = await rowsOf(runtime.annotators, request, desk).catch((error: unknown) => {
    if (!(error instanceof FileRefusal)) throw error;
    throw ingestProblem("not-correctable", { detail: error.text, cause: error });
  });
  const shown = new Map(rows.map((row): [number, ShownRow] => [row.row, row]));
  const entered = entryColumns(runtime.catalogue, batch, columns);
  return {
    columns: entered,
    causes,
    items: found.facts.flatMap((facts) => toRow(runtime, facts, shown.get(facts.row))),
    next,
  };
}

function toRow({ rowAnswers }: IngestRuntime, facts: RowFacts, shown: ShownRow | undefined): BatchRow[] {
  if (!shown) return [];
  const { row, cells, masked, broken, notes } = shown;
  const { answer, words, explainedAt: at, explainedBy: actor } = facts;
  const carrying = facts.byBatch ?? facts.underWayIn;
  return [
    {
      row,
      state: facts.rejected ? stateOf(facts) : "repaired",
      cells,
      masked,
      broken,
      findings: notes.map(({ cause, column, proposal }) => ({ cause, column, suggestion: proposal })),
      carriedBy: carrying === null ? null : { batchId: carrying, row: facts.byRow, waits: facts.outcome === "waiting" },
      explanation:
        answer === null || words === null || at === null || actor === null
          ? null
          : { answer, title: rowAnswers.titleOf(answer) ?? { zh: answer, en: answer }, words, at, by: actor },
    },
  ];
}
