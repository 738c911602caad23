import { parseId, type BatchId } from "../../../kernel/ids.ts";

/** Cells of one row that are to be read otherwise than the file has them: place of the column to text. */
export type CorrectedCells = ReadonlyMap<number, string>;

/** Which rows of which batch are handed in again, and with what in their cells. */
export interface Corrections {
  readonly corrects: BatchId;
  readonly rows: ReadonlyMap<number, CorrectedCells>;
}

/**
 * The file that a batch of corrections keeps: a line that names the corrected batch, then a line of JSON for each row. All
 * cells that differ from the file stand there, those of earlier corrections too, so that it needs nothing but the file.
 */
export function writeCorrections({ corrects, rows }: Corrections): Buffer {
  const lines = [...rows].map(([row, cells]) => JSON.stringify({ row, cells: [...cells] }));
  return Buffer.from(`${JSON.stringify({ corrects })}\n${lines.join("\n")}\n`, "utf8");
}

/** Reads what {@link writeCorrections} wrote; only we write and seal it. */
export function parseCorrections(text: string): Corrections {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: sealed by ourselves, so nobody else wrote it
  const { corrects } = JSON.parse(head) as { corrects: string };
  const batchId = parseId<BatchId>(corrects);
  if (!batchId) throw new Error("corrections that name no batch");
  const rows = lines.map((line): [number, CorrectedCells] => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: see above
    const { row, cells } = JSON.parse(line) as { row: number; cells: [number, string][] };
    return [row, new Map(cells)];
  });
  return { corrects: batchId, rows: new Map(rows) };
}

/** Later corrections of the same rows over earlier ones, for the rows of the later only. */
export function overEarlier(later: Corrections, earlier: Corrections["rows"]): Corrections {
  const rows = [...later.rows].map(([row, cells]): [number, CorrectedCells] => [
    row,
    new Map([...(earlier.get(row) ?? []), ...cells]),
  ]);
  return { corrects: later.corrects, rows: new Map(rows) };
}
