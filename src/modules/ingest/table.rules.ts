import type { HeaderExpectation, HeaderMatch } from "./header.rules.ts";
import type { RawCell, RawRow } from "./raw-row.ts";

/** What a line below the header is. Everything but "data" is passed over and told in a note. */
export type LineKind = "data" | "blank" | "repeated-header" | "column-numbers" | "total" | "remark";

const TOTAL = /^(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|本页小计|本页合计|total|subtotal)\s*[:：]?$/i;
/** Lines under a table: who filled it in and when, and remarks. */
const REMARK =
  /^((填表|填报|制表|审核|审批|经办|负责|联系)(人|人员|单位|部门|日期|时间|电话)?|单位负责人|联系电话|注|备注|说明)\s*[:：]/;
const FIGURE = /^[-+]?[\d,，.]*\d(\.\d+)?\s*(元|万元|条|件|家|户|个|笔|%)?$/;
/** Cells of a line that is no data; a real record fills more. */
const SPARSE = 4;
/** Signs of the numbering line that printed forms have under their header: 甲 乙 丙, then 1 2 3. */
const STEMS = "甲乙丙丁戊己庚辛壬癸";

/** Compiles the question "what is this line?" for one table. */
export function lineClassifier(header: HeaderMatch, expectation: HeaderExpectation): (row: RawRow) => LineKind {
  const firstColumn = header.columns.find((column) => column.field !== null)?.index ?? 0;
  return (row) => {
    const filled = countFilled(row.cells);
    if (filled === 0) return "blank";
    if (
      mayRepeat(row.cells[firstColumn], header, firstColumn, expectation) &&
      repeatsHeader(row, header, expectation)
    ) {
      return "repeated-header";
    }
    if (row.row <= header.lastRow + 2 && isNumbering(row.cells)) return "column-numbers";
    if (filled > Math.max(SPARSE, header.columns.length / 2)) return "data";
    return classifySparse(row.cells, filled);
  };
}

function classifySparse(cells: readonly RawCell[], filled: number): LineKind {
  const at = cells.findIndex(isFilled);
  const first = cells[at]?.text.trim() ?? "";
  const others = cells.slice(at + 1).filter(isFilled);
  if (at < 3 && TOTAL.test(first) && others.every((cell) => FIGURE.test(cell.text.trim()))) return "total";
  if (filled <= SPARSE && REMARK.test(first)) return "remark";
  return "data";
}

function isFilled(cell: RawCell): boolean {
  return cell.kind !== "empty" && /\S/.test(cell.text);
}

function countFilled(cells: readonly RawCell[]): number {
  let filled = 0;
  for (const cell of cells) if (isFilled(cell)) filled += 1;
  return filled;
}

/** Quick look at one cell, since nearly no line is a header. */
function mayRepeat(
  cell: RawCell | undefined,
  header: HeaderMatch,
  column: number,
  expectation: HeaderExpectation,
): boolean {
  if (!cell || cell.kind !== "text" || cell.text.length > 60) return cell === undefined || cell.kind === "empty";
  if (header.levels.some((level) => level[column] === cell.text)) return true;
  const found = expectation.find(cell.text);
  return found !== null && found !== "ignored" && found.field === header.columns[column]?.field;
}

/** The same texts again, or the same columns under other names, as official keys under Chinese titles. */
function repeatsHeader(row: RawRow, header: HeaderMatch, expectation: HeaderExpectation): boolean {
  let same = 0;
  let filled = 0;
  for (const [at, cell] of row.cells.entries()) {
    if (!isFilled(cell)) continue;
    filled += 1;
    const text = cell.text.replaceAll(/[\s\u3000]+/g, " ").trim();
    const found = text.length > 60 ? null : expectation.find(text);
    const field = header.columns[at]?.field ?? null;
    const named = found !== null && found !== "ignored" && found.field === field;
    if (named || header.levels.some((level) => level[at] === text)) same += 1;
  }
  return same >= 2 && same * 5 >= filled * 3;
}

function isNumbering(cells: readonly RawCell[]): boolean {
  const filled = cells.filter(isFilled).map((cell) => cell.text.trim());
  if (filled.length < 3) return false;
  const stems = filled.findIndex((text, at) => text !== STEMS[at]);
  const numbers = filled.slice(stems < 0 ? filled.length : stems);
  return numbers.every(
    (text, at) => /^[（(]?\d{1,3}[）)]?$/.test(text) && Number(text.replaceAll(/\D/g, "")) === at + 1,
  );
}
