import { PassThrough, Readable } from "node:stream";
import type { Workbook } from "@cj-tech-master/excelts";
import type { Batch, BatchCause } from "./batch.ts";
import type { ReportLine } from "./report-errors.ts";

const HEADER = ["行号", "列", "值", "问题", "如何改正", "性质", "规则代码"];
const SEVERITY_ZH: Readonly<Record<ReportLine["severity"], string>> = {
  error: "错误，未入库",
  review: "待人工确认",
  warning: "提醒，已入库",
  change: "已换写，已入库",
};
/** Rows that one sheet of a workbook may have, its header included. */
const SHEET_ROWS = 1_048_576;

/**
 * Writes a value so that a spreadsheet program never runs it: a leading = + - @ or control character gets an apostrophe
 * before it (OWASP, CSV injection).
 */
function neutralise(value: string): string {
  return /^[=+\-@\t\r\u0000]/.test(value) ? `'${value}` : value;
}

function cells(line: ReportLine): string[] {
  return [
    String(line.row),
    line.column ?? line.field ?? "",
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

/** The full report as a workbook: a sheet by cause with counts, and the rows, over several sheets where one is full. */
export async function xlsxReport(
  batch: Batch,
  causes: readonly BatchCause[],
  lines: AsyncIterable<ReportLine>,
): Promise<Readable> {
  const excel = await import("@cj-tech-master/excelts");
  const workbook = new excel.Workbook();
  const summary = workbook.addWorksheet("按原因汇总");
  summary.columns = [8, 14, 20, 24, 60, 60, 40].map((width) => ({ width }));
  summary.addRow([`批次 ${batch.batchId}　${batch.fileName}`]);
  summary.addRow(["行数", "性质", "规则代码", "列", "问题", "如何改正", "所在行"]).font = { bold: true };
  for (const cause of causes) {
    const runs = cause.rows.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
    summary.addRow([
      cause.total,
      SEVERITY_ZH[cause.severity],
      cause.code,
      cause.column ?? cause.field ?? "",
      cause.message.zh,
      cause.remedy.zh,
      runs.slice(0, 32_000),
    ]);
  }
  let sheet = newSheet(workbook, 1);
  let written = 1;
  let sheets = 1;
  for await (const line of lines) {
    if (written >= SHEET_ROWS) {
      sheets += 1;
      sheet = newSheet(workbook, sheets);
      written = 1;
    }
    sheet.addRow(cells(line));
    written += 1;
  }
  const stream = new PassThrough();
  stream.end(Buffer.from(await workbook.xlsx.writeBuffer()));
  return stream;
}

function newSheet(workbook: Workbook, number: number): ReturnType<Workbook["addWorksheet"]> {
  const sheet = workbook.addWorksheet(number === 1 ? "逐行" : `逐行 ${number}`, {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  sheet.columns = [8, 24, 30, 60, 60, 16, 28].map((width) => ({ width }));
  sheet.addRow(HEADER).font = { bold: true };
  return sheet;
}
