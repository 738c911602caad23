import type { HeaderIndex } from "#catalogue";
import type { Text } from "../../kernel/text.ts";
import { ownColumn } from "./annotate/markers.rules.ts";
import type { RawCell, RawRow } from "./raw-row.ts";

/** Rows from the top of a table among which its header must lie. */
export const HEADER_WITHIN = 30;

/** What a header is matched against: one item, or one source's profile of it. */
export interface HeaderExpectation {
  readonly find: HeaderIndex["find"];
  /** Fields that several columns may carry together (multiple choices); any other field must have one column. */
  readonly several: ReadonlySet<string>;
  /** Words for a reporter whose headers are those of a known source; null where they are of none. */
  readonly propose?: (headers: readonly string[]) => Text | null;
  /** A few headers as examples for the words of a refusal. */
  readonly examples: readonly string[];
}

export interface HeaderColumn {
  /** Place of the column from 0. */
  readonly index: number;
  /** The header as the file has it; both levels together where it has two. */
  readonly header: string;
  readonly field: string | null;
}

export interface HeaderMatch {
  readonly kind: "found";
  /** Row numbers of the first and the last line of the header; more than one apart never. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** How many of the given rows lie above the first data row. */
  readonly rowsUsed: number;
  readonly columns: readonly HeaderColumn[];
  /** Headers that nobody knows and that the profile does not name as ignored. */
  readonly unknown: readonly string[];
  /** The texts of the header's own line or lines, to recognise it where it is repeated. */
  readonly levels: readonly (readonly string[])[];
}

export type HeaderFault =
  | { readonly kind: "not-found"; readonly bestRow: number; readonly found: number }
  | { readonly kind: "duplicate"; readonly row: number; readonly first: string; readonly second: string };

interface Candidate {
  readonly at: number;
  readonly height: 1 | 2;
  readonly columns: readonly HeaderColumn[];
  readonly found: number;
  readonly filled: number;
}

/**
 * Finds the header among the first rows of a table: title lines above it, and headers of two levels whose upper cells
 * are merged, are understood. At least two columns (one, where nothing more is asked) and a third of the filled ones
 * must be known.
 */
export function matchHeader(rows: readonly RawRow[], expectation: HeaderExpectation): HeaderMatch | HeaderFault {
  const top = rows.slice(0, HEADER_WITHIN);
  let best: Candidate | null = null;
  for (const height of [1, 2] as const) {
    for (let at = 0; at + height <= top.length; at += 1) {
      const candidate = readCandidate(top, at, height, expectation);
      if (!best || candidate.found > best.found) best = candidate;
    }
  }
  const firstRow = best ? top[best.at] : undefined;
  if (!best || !firstRow || best.found < 2 || best.found * 3 < best.filled) {
    return { kind: "not-found", bestRow: firstRow?.row ?? 1, found: best?.found ?? 0 };
  }
  return findDuplicate(best, firstRow.row, expectation) ?? toMatch(top, best, expectation);
}

function toMatch(top: readonly RawRow[], best: Candidate, expectation: HeaderExpectation): HeaderMatch {
  const lines = top.slice(best.at, best.at + best.height);
  const unknown = best.columns.filter(
    (column) => column.field === null && column.header !== "" && !isKnown(column.header, expectation),
  );
  return {
    kind: "found",
    firstRow: lines[0]?.row ?? 1,
    lastRow: lines.at(-1)?.row ?? 1,
    rowsUsed: best.at + best.height,
    columns: best.columns,
    unknown: unknown.map((column) => column.header),
    levels: lines.map((line) => line.cells.map(headerText)),
  };
}

/** Ignored by the profile, or a running number, which every table may have. */
function isKnown(header: string, expectation: HeaderExpectation): boolean {
  return lookUp(header, expectation) !== null || /^(序号|编号|no\.?|#)$/i.test(header);
}

function findDuplicate(best: Candidate, row: number, expectation: HeaderExpectation): HeaderFault | null {
  const seen = new Map<string, HeaderColumn>();
  for (const column of best.columns) {
    if (column.field === null || expectation.several.has(column.field)) continue;
    const before = seen.get(column.field);
    if (before) return { kind: "duplicate", row, first: before.header, second: column.header };
    seen.set(column.field, column);
  }
  return null;
}

function readCandidate(top: readonly RawRow[], at: number, height: 1 | 2, expectation: HeaderExpectation): Candidate {
  const upper = top[at]?.cells ?? [];
  const lower = height === 2 ? (top[at + 1]?.cells ?? []) : [];
  const columns: HeaderColumn[] = [];
  let above = "";
  for (let index = 0; index < Math.max(upper.length, lower.length); index += 1) {
    const own = headerText(upper[index]);
    const below = headerText(lower[index]);
    if (own !== "") above = own;
    // A merged upper cell holds its text in its first column only and counts for those that have a lower one.
    columns.push(below === "" ? read(index, [own], expectation) : read(index, [above + below, below], expectation));
  }
  const fields = new Set(columns.flatMap((column) => column.field ?? []));
  return { at, height, columns, found: fields.size, filled: columns.filter(isTheirs).length };
}

function isTheirs(column: HeaderColumn): boolean {
  return column.header !== "" && ownColumn(column.header) === null;
}

function read(index: number, forms: readonly string[], expectation: HeaderExpectation): HeaderColumn {
  const [full = ""] = forms;
  for (const form of forms) {
    const found = lookUp(form, expectation);
    if (found !== null && found !== "ignored") return { index, header: full, field: found.field };
  }
  return { index, header: full, field: null };
}

/**
 * Looks a header up as it stands, then without the mark of a required field, then without its unit. The unit stays in
 * the column's header, where the reader of amounts finds it.
 */
function lookUp(header: string, expectation: HeaderExpectation): ReturnType<HeaderIndex["find"]> {
  if (header === "" || header.length > 200) return null;
  const exact = expectation.find(header);
  if (exact !== null) return exact;
  const unmarked = header.replaceAll(/[（(【[]?(必填项?|选填项?|必须填写|required|optional)[）)】\]]?/gi, "");
  const withoutUnit = unmarked.replaceAll(/[（(【[,，]?\s*(单位\s*[:：]?\s*)?(人民币)?(万元|元)\s*[）)】\]]?\s*$/g, "");
  return (
    (unmarked === header ? null : expectation.find(unmarked)) ??
    (withoutUnit === unmarked ? null : expectation.find(withoutUnit))
  );
}

/** Line breaks and runs of spaces within a header mean nothing. */
function headerText(cell: RawCell | undefined): string {
  return cell === undefined || cell.kind === "error" ? "" : cell.text.replaceAll(/[\s\u3000]+/g, " ").trim();
}
