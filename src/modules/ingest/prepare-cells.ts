import { compileJudge, type CatalogueItem, type RowValues } from "#catalogue";
import type { Finding } from "../../kernel/finding.ts";
import { ChunkBuilder } from "./chunk-builder.ts";
import { RowPreparer } from "./judge-table.ts";
import type { JudgingRuntime } from "./judging-runtime.ts";
import { parseValues } from "./open-waiting-row.ts";
import { PreparedRow, type PreparedColumns } from "./prepared-row.ts";

const ROW_BYTES = 16_384;
/** A single row has no line of a file. */
const ONLY_ROW = 1;

/** One row as somebody typed it: field key to text. */
export interface TypedRow {
  readonly item: CatalogueItem;
  readonly cells: Readonly<Record<string, string>>;
  /** The body that reports it. */
  readonly sourceBody: string | null;
  readonly attested: boolean;
}

/** A row that the judge of intake has seen. */
export interface PreparedCells {
  readonly findings: readonly Finding[];
  /** Null where the row has an error. */
  readonly good: {
    readonly columns: PreparedColumns;
    readonly row: PreparedRow;
    /** As they are kept: identity numbers as keyed hash and masked form. */
    readonly values: RowValues;
  } | null;
}

/** Judges one row as a file with the item's own keys as its header would be, and prepares it for filing. Touches no database. */
export function prepareCells(
  { catalogue, keyring, annotatorOf, clock }: Pick<JudgingRuntime, "catalogue" | "keyring" | "annotatorOf" | "clock">,
  { item, cells, sourceBody, attested }: TypedRow,
): PreparedCells {
  const today = clock.today();
  const fields = item.fields.map(({ key }) => key);
  const columns = fields.map((key) => ({ field: key, header: key }));
  const judge = compileJudge(catalogue, item, null, columns, { today });
  const { lookupKey } = keyring;
  const request = { sourceBody, attested, today, lookupKey };
  const preparer = new RowPreparer(request, catalogue, item, null, judge, annotatorOf(item));
  const chunk = new ChunkBuilder(1, ROW_BYTES);
  const typed = fields.map((key) => ({ text: cells[key] ?? "", kind: "text" as const }));
  preparer.prepare({ row: ONLY_ROW, cells: typed }, chunk);
  const { prepared, findings } = chunk.build();
  if (prepared.count === 0) return { findings, good: null };
  const row = new PreparedRow(prepared, 0);
  return { findings, good: { columns: prepared, row, values: parseValues(row.payloadText) } };
}
