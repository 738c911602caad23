import { Readable } from "node:stream";
import type { BatchCause, Batch } from "./batch.ts";
import { neutralise } from "../../kernel/spreadsheet-text.ts";
import { SEVERITY_ZH } from "./annotate/row-texts.rules.ts";
import { SUMMARY_HEAD_ROWS, SUMMARY_WIDTHS, summaryRows } from "./annotate/summary-rows.ts";
import { writeWorkbook } from "./annotate/xlsx/workbook-writer.ts";
import type { ReportLine } from "./report-errors.ts";

const HEADER = ["行号", "列", "值", "问题", "如何改正", "性质", "规则代码"];
const WIDTHS = [8, 24, 30, 60, 60, 16, 28];
/** Rows that one sheet of a workbook may have, its header included. */
const SHEET_ROWS = 1_048_576;

function cells(line: ReportLine): string[] {
  return [
    String(line.row),
    neutralise(line.column ?? line.field ?? ""),
    neutralise(line.value),
    line.message.zh,
    line.remedy.zh,
    SEVERITY_ZH[line.severity],
    line.code,
  ];
}

/** The full report as CSV with BOM, line by line, never cut. */
export function csvReport(lines: AsyncIterable<ReportLine>): Readable {
  const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  async function* write(): AsyncGenerator<string> {
    yield `\uFEFF${HEADER.join(",")}\r\n`;
    for await (const line of lines) yield `${cells(line).map(quote).join(",")}\r\n`;
  }
  return Readable.from(write());
}

/**
 * The full report as a workbook, streamed: a sheet by cause with counts, and the rows, over several sheets where one is
 * full. Memory does not grow with the number of findings.
 */
export function xlsxReport(
  batch: Batch,
  causes: readonly BatchCause[],
  lines: AsyncGenerator<ReportLine>,
  sheetRows = SHEET_ROWS,
): Readable {
  const total = causes.reduce((sum, cause) => sum + cause.total, 0);
  const sheets = Math.max(1, Math.ceil(total / (sheetRows - 1)));
  async function* nextRows(): AsyncGenerator<readonly string[]> {
    yield HEADER;
    for (let written = 1; written < sheetRows; written += 1) {
      const line = await lines.next();
      if (line.done) return;
      yield cells(line.value);
    }
  }
  const counts = batch.counts ? `共 ${batch.counts.rows} 行，未收 ${batch.counts.rejected}` : "";
  const note = "逐行列出的问题见后面的工作表；批注文件（annotated）在原表中标出同样的问题。";
  return Readable.from(
    writeWorkbook([
      {
        name: "按原因汇总",
        widths: SUMMARY_WIDTHS,
        headRows: SUMMARY_HEAD_ROWS,
        rows: summaryRows(`批次 ${batch.batchId}　${batch.fileName}`, counts, note, causes),
      },
      ...Array.from({ length: sheets }, (_, at) => ({
        name: at === 0 ? "逐行" : `逐行 ${at + 1}`,
        widths: WIDTHS,
        headRows: 1,
        rows: nextRows(),
      })),
    ]),
    { objectMode: false },
  );
}
