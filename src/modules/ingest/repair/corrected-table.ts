import type { DataTable, TableChunk } from "../decode/read-table.ts";
import { EMPTY_CELL, textCell } from "../decode/text-cell.ts";
import type { RawCell, RawRow } from "../raw-row.ts";
import type { CorrectedCells, Corrections } from "./corrections.ts";

/**
 * The corrected rows of a table, under the numbers that they have there, with the corrected cells as text and all others as
 * the file has them: kinds, headers and units stay. A row whose cells could not be told apart has none but the corrected.
 */
export function correctedTable(table: DataTable, { corrects, rows }: Corrections): DataTable {
  async function* chunks(): AsyncGenerator<TableChunk> {
    let missing = rows.size;
    for await (const chunk of table.chunks()) {
      const broken = chunk.findings.map(({ row }): RawRow => ({ row, cells: [] }));
      const found = [...chunk.rows, ...broken].flatMap((row) => {
        const cells = rows.get(row.row);
        return cells ? [{ row: row.row, cells: laidOver(row.cells, cells) }] : [];
      });
      if (broken.length > 0) found.sort((a, b) => a.row - b.row);
      missing -= found.length;
      if (found.length > 0) yield { rows: found, findings: [] };
      // What lies behind the last corrected row need not be read.
      if (missing === 0) return;
    }
    throw new Error(`${missing} corrected rows are not in the file`);
  }
  return {
    format: `corrections, ${table.format}`,
    header: table.header,
    unitAbove: table.unitAbove,
    keyColumn: -1,
    corrects,
    chunks,
    notes: () => [],
  };
}

function laidOver(cells: readonly RawCell[], corrected: CorrectedCells): readonly RawCell[] {
  const width = Math.max(cells.length, 1 + Math.max(...corrected.keys()));
  return Array.from({ length: width }, (_, at) => {
    const text = corrected.get(at);
    return text === undefined ? (cells[at] ?? EMPTY_CELL) : textCell(text);
  });
}
