import type { BatchId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/text.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Db } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import type { BatchCause } from "./batch.ts";
import { listCauses, listFindings } from "./batches.store.ts";
import type { CauseSeverity } from "./cause-tally.ts";

/** One line of the full report. */
export interface ReportLine {
  readonly row: number;
  readonly field: string | null;
  readonly column: string | null;
  readonly value: string;
  readonly code: string;
  readonly severity: CauseSeverity;
  readonly message: Text;
  readonly remedy: Text;
}

export interface ErrorPage {
  readonly causes: readonly BatchCause[];
  readonly lines: readonly ReportLine[];
  /** All errors, reviews and warnings of the batch. */
  readonly total: number;
  readonly next: string | null;
}

const PAGE = 5000;
const INT4 = 2 ** 31 - 1;

/** One page of a batch's findings with all its causes. `after` is the cursor of the page before. */
export async function readErrors(db: Db, batchId: BatchId, after: string | null, limit: number): Promise<ErrorPage> {
  return inScope(db, async (tx) => {
    const causes = await listCauses(tx, batchId);
    const byNumber = new Map(causes.map((cause) => [cause.cause, cause]));
    const found = await listFindings(tx, batchId, parseCursor(after), limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      causes,
      lines: page.flatMap((finding) => toLine(finding, byNumber)),
      total: causes.filter((cause) => cause.severity !== "change").reduce((sum, cause) => sum + cause.total, 0),
      next: found.length > limit && last ? `${last.row}.${last.ordinal}` : null,
    };
  });
}

/** Every error, review and warning of a batch, page by page, never cut. */
export async function* streamErrors(db: Db, batchId: BatchId): AsyncGenerator<ReportLine> {
  let cursor: string | null = null;
  do {
    const page: ErrorPage = await readErrors(db, batchId, cursor, PAGE);
    yield* page.lines;
    cursor = page.next;
  } while (cursor !== null);
}

/** Row and ordinal of the last line shown; both are int4 in the database. */
function parseCursor(cursor: string | null): { row: number; ordinal: number } {
  if (cursor === null) return { row: 0, ordinal: 0 };
  const parts = /^(\d{1,10})\.(\d{1,10})$/.exec(cursor);
  const [row, ordinal] = [Number(parts?.[1]), Number(parts?.[2])];
  if (row <= INT4 && ordinal <= INT4) return { row, ordinal };
  throw httpProblem("unreadable-cursor");
}

function toLine(
  finding: { readonly row: number; readonly cause: number; readonly value: string },
  causes: ReadonlyMap<number, BatchCause>,
): ReportLine[] {
  const cause = causes.get(finding.cause);
  if (!cause) return [];
  const { field, column, code, severity, message, remedy } = cause;
  return [{ row: finding.row, field, column, value: finding.value, code, severity, message, remedy }];
}
