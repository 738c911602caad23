import {
  maskNumber,
  proposalOf,
  proposeProfile,
  type CatalogueItem,
  type HeaderIndex,
  type UnitAbove,
} from "#catalogue";
import type { Finding } from "../../../kernel/finding.ts";
import type { BatchId } from "../../../kernel/ids.ts";
import { cutText } from "../../../kernel/text.ts";
import { ownColumn } from "../annotate/markers.rules.ts";
import { disarmed } from "../../../kernel/spreadsheet-text.ts";
import {
  HEADER_WITHIN,
  matchHeader,
  type HeaderExpectation,
  type HeaderFault,
  type HeaderMatch,
} from "../header.rules.ts";
import type { RawCell, RawRow } from "../raw-row.ts";
import { lineClassifier, type LineKind } from "../table.rules.ts";
import { FileRefusal, refuseFile } from "./file-refusal.ts";
import type { FileSource } from "./file-source.ts";
import { openTable } from "./open-table.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "./read-limits.ts";
import { RowTally, type TableNote } from "./table-note.ts";
import type { TableReader } from "./table-reader.ts";

/** A file whose header was found and matched; only rows of data come out of it. */
export interface DataTable {
  readonly format: string;
  readonly header: HeaderMatch;
  /** The unit of amounts that a line above the header names. */
  readonly unitAbove: UnitAbove;
  /** Place of the column of row keys in an annotated file that came back, or −1. */
  readonly keyColumn: number;
  /** The batch of which each row is the row of the same number, corrected; null where the rows are a file's own. */
  readonly corrects: BatchId | null;
  /** To be iterated once. */
  chunks(): AsyncGenerator<TableChunk>;
  /** Complete when `chunks` has ended. */
  notes(): readonly TableNote[];
}

export interface TableChunk {
  readonly rows: readonly RawRow[];
  /** Rows whose cells cannot be told apart; each counts as a row of the file and is rejected. */
  readonly findings: readonly Finding[];
}

/** What to look for in a file that reports `item`; `index` is the item's (or its profile's) header index. */
export function expectationOf(item: CatalogueItem, index: HeaderIndex, mayPropose = false): HeaderExpectation {
  return {
    // What an annotated file has beside the reporter's own columns is known, and is none of the item's.
    find: (header) => index.find(header) ?? (ownColumn(header) === null ? null : "ignored"),
    propose: (headers) => {
      const profile = mayPropose ? proposeProfile(item, headers) : null;
      return profile ? proposalOf(profile) : null;
    },
    several: new Set(item.fields.filter((field) => field.type === "choices").map((field) => field.key)),
    examples: item.fields
      .filter((field) => field.required === true)
      .slice(0, 6)
      .map((field) => field.title.zh),
  };
}

/**
 * Opens a file, finds its header and gives its rows of data; title, total, remark and blank lines and repeated headers
 * are passed over and told in the notes. @throws FileRefusal, also while `chunks` is iterated
 */
export async function readTable(
  source: FileSource,
  expectation: HeaderExpectation,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Promise<DataTable> {
  const reader = await openTable(source, limits, (rows) => matchHeader(rows, expectation).kind !== "not-found");
  const pieces = reader.chunks();
  const top: RawRow[] = [];
  try {
    while (top.length < HEADER_WITHIN) {
      const next = await pieces.next();
      if (next.done) break;
      top.push(...next.value);
    }
    const header = matchHeader(top, expectation);
    if (header.kind !== "found") throw refuseHeader(header, expectation, top);
    return new HeadedTable(reader, pieces, top, header, expectation);
  } catch (error) {
    await pieces.return(undefined);
    throw error;
  }
}

function refuseHeader(fault: HeaderFault, expectation: HeaderExpectation, top: readonly RawRow[]): FileRefusal {
  if (fault.kind === "duplicate") {
    return refuseFile("header-duplicate-column", { row: fault.row, first: fault.first, second: fault.second });
  }
  const expected = expectation.examples.join("、");
  const params = { row: fault.bestRow, found: fault.found, expected, limit: HEADER_WITHIN };
  const refusal = refuseFile("header-not-found", params);
  for (const row of top) {
    const proposal = expectation.propose?.(row.cells.map((cell) => cell.text));
    if (proposal) return new FileRefusal(refusal.code, refusal.text, proposal);
  }
  return refusal;
}

class HeadedTable implements DataTable {
  readonly format: string;
  readonly header: HeaderMatch;
  readonly unitAbove: UnitAbove;
  readonly keyColumn: number;
  readonly corrects = null;
  readonly #own: ReadonlySet<number>;
  readonly #reader: TableReader;
  readonly #pieces: AsyncGenerator<readonly RawRow[]>;
  readonly #top: readonly RawRow[];
  readonly #classify: (row: RawRow) => LineKind;
  readonly #width: number;
  readonly #titles = new RowTally();
  readonly #passed = {
    blank: new RowTally(),
    "repeated-header": new RowTally(),
    "column-numbers": new RowTally(),
    total: new RowTally(),
    remark: new RowTally(),
  };
  readonly #beyond = new RowTally();

  constructor(
    reader: TableReader,
    pieces: AsyncGenerator<readonly RawRow[]>,
    top: readonly RawRow[],
    header: HeaderMatch,
    expectation: HeaderExpectation,
  ) {
    this.format = reader.format;
    this.header = header;
    this.unitAbove = findUnit(top.slice(0, header.rowsUsed).filter((row) => row.row < header.firstRow));
    const own = header.columns.filter((column) => ownColumn(column.header) !== null);
    this.#own = new Set(own.map((column) => column.index));
    this.keyColumn = header.columns.findLastIndex((column) => ownColumn(column.header) === "row-key");
    this.#reader = reader;
    this.#pieces = pieces;
    this.#top = top;
    this.#classify = lineClassifier(header, expectation);
    this.#width = 1 + header.columns.findLastIndex((column) => column.header !== "");
  }

  async *chunks(): AsyncGenerator<TableChunk> {
    try {
      const above = this.#top.slice(0, this.header.rowsUsed).filter((row) => row.row < this.header.firstRow);
      for (const row of above) if (row.cells.some((cell) => cell.text.trim() !== "")) this.#titles.add(row.row);
      yield this.#sieve(this.#top.slice(this.header.rowsUsed));
      for await (const rows of this.#pieces) yield this.#sieve(rows);
    } finally {
      await this.#pieces.return(undefined);
    }
  }

  notes(): readonly TableNote[] {
    const passed = this.#passed;
    const unknown = this.header.unknown.slice(0, 30).join("、");
    return [
      ...this.#titles.note(
        "title-rows-skipped",
        "表头之上的标题行未作为数据",
        "Title rows above the header were not taken as data",
      ),
      ...(unknown === ""
        ? []
        : [
            {
              code: "columns-not-read",
              zh: `未读取目录中没有的列：${unknown}`,
              en: `Columns unknown to the catalogue were not read: ${unknown}`,
            },
          ]),
      ...this.#unitNote(),
      ...passed["repeated-header"].note(
        "repeated-header-skipped",
        "重复的表头行未作为数据",
        "Repeated header rows were not taken as data",
      ),
      ...passed["column-numbers"].note(
        "column-numbers-skipped",
        "栏次编号行未作为数据",
        "A row of column numbers was not taken as data",
      ),
      ...passed.total.note("total-rows-skipped", "合计行未作为数据", "Total rows were not taken as data"),
      ...passed.remark.note("remark-rows-skipped", "填表说明行未作为数据", "Remark rows were not taken as data"),
      ...passed.blank.note("blank-rows-skipped", "空行未作为数据", "Blank rows were not taken as data"),
      ...this.#beyond.note(
        "cells-without-header",
        "表头以外的列有内容，未读取",
        "Contents beyond the header's columns were not read",
      ),
      ...this.#reader.notes(this.#own),
    ];
  }

  /** "单位：万元" above a table is easily overlooked by people. */
  #unitNote(): TableNote[] {
    if (this.unitAbove === null) return [];
    const unit = this.unitAbove === "yuan" ? "元" : "万元";
    return [
      {
        code: "unit-above-table",
        zh: `表头之上写有“单位：${unit}”；列名写明单位的金额按列名读取，其余只在与目录单位一致时读取`,
        en: `“单位：${unit}” stands above the table; amounts are read by the unit in their header, else only where it is the catalogue's`,
      },
    ];
  }

  #sieve(rows: readonly RawRow[]): TableChunk {
    const data: RawRow[] = [];
    const findings: Finding[] = [];
    for (const row of rows) {
      if (row.notJson) {
        findings.push(notJson(row));
        continue;
      }
      const kind = this.#classify(row);
      if (kind !== "data") this.#passed[kind].add(row.row);
      else if (row.cells.length > this.#width && this.#overflows(row)) findings.push(overflow(row, this.#width));
      else data.push(this.#isArmoured ? { row: row.row, cells: row.cells.map(disarm) } : row);
    }
    return { rows: data, findings };
  }

  /** An annotated CSV has an apostrophe before what a spreadsheet would run. */
  get #isArmoured(): boolean {
    return this.keyColumn >= 0 && this.format.startsWith("csv");
  }

  /**
   * In CSV more cells than headers mean that a comma stands unquoted in some cell and all behind it have moved: such a
   * row cannot be read. In a sheet every cell has its place, and what stands beside the table is only not read.
   */
  #overflows(row: RawRow): boolean {
    if (row.cells.slice(this.#width).every((cell) => cell.text.trim() === "")) return false;
    if (this.format.startsWith("csv")) return true;
    this.#beyond.add(row.row);
    return false;
  }
}

function disarm(cell: RawCell): RawCell {
  const text = disarmed(cell.text);
  return text === cell.text ? cell : { text, kind: cell.kind };
}

function overflow(row: RawRow, width: number): Finding {
  return {
    row: row.row,
    field: null,
    column: null,
    value: String(row.cells.length),
    code: "row-too-many-cells",
    severity: "error",
    message: {
      zh: `该行的单元格多于表头的 ${width} 列，无法确定各列的内容`,
      en: `The row has more cells than the ${width} columns of the header, so what belongs where is unclear`,
    },
    remedy: {
      zh: "含分隔符的单元格须加双引号，或改报 .xlsx",
      en: "Quote cells that contain the delimiter, or send .xlsx",
    },
  };
}

/** The text of such a line may hold anything, so every long number in it is hidden. */
function notJson(row: RawRow): Finding {
  return {
    row: row.row,
    field: null,
    column: null,
    value: cutText(row.cells[0]?.text ?? "", 80).replaceAll(/\d{6,}[\dXx]/g, maskNumber),
    code: "json-line-unreadable",
    severity: "error",
    message: { zh: "这一行不是 JSON 对象", en: "The line is no JSON object" },
    remedy: {
      zh: "每行写一个完整的 JSON 对象，字符串和键名用双引号，行尾不加逗号",
      en: "Write one whole JSON object per line, strings and keys in double quotes, without a comma at the end",
    },
  };
}

function findUnit(above: readonly RawRow[]): UnitAbove {
  for (const row of above) {
    const unit = /单位\s*[:：]\s*(?:人民币)?(万元|元)/.exec(row.cells.map((cell) => cell.text).join(" "))?.[1];
    if (unit !== undefined) return unit === "元" ? "yuan" : "ten-thousand-yuan";
  }
  return null;
}
