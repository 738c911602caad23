import {
  fieldWithRole,
  foldIdentifier,
  proposeValues,
  type Catalogue,
  type CatalogueItem,
  type Field,
  type FieldRole,
} from "#catalogue";
import type { BatchCause } from "../batch.ts";
import type { DataTable } from "../decode/read-table.ts";
import type { RawCell } from "../raw-row.ts";
import type {
  AnnotateRequest,
  AnnotationDesk,
  CellNote,
  FindingPlace,
  Proposal,
  RegisterAnswer,
  RegisterQuestion,
  RowMark,
} from "./annotation.ts";
import { ownColumn } from "./markers.rules.ts";
import { writeRowKey } from "./row-key.ts";

/** Where the cell lies that a finding on the whole row is about. */
const ROLE_OF_CAUSE: Readonly<Record<string, FieldRole | "credit-code">> = {
  "name-contradicts-code": "subject-name",
  "no-code": "credit-code",
  "belongs-to-other-subject": "credit-code",
  "contradicts-earlier-row": "document-number",
};
const SHOWN_PROPOSALS = 3;
const REMEMBERED = 20_000;

interface Cells {
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/** A row with what is said about it. */
export interface PickedRow {
  readonly mark: RowMark;
  readonly cells: readonly RawCell[];
}
type Draft = Omit<CellNote, "proposal"> & {
  readonly local: Proposal | null;
  readonly question: RegisterQuestion | null;
};

/**
 * Says for every row of data what the annotated file shows: reads the table as intake read it, joins the batch's
 * findings in row order, and makes proposals. The register is asked once a chunk. Memory holds one chunk.
 */
export class RowMarks {
  readonly #table: DataTable;
  readonly #request: AnnotateRequest;
  readonly #catalogue: Catalogue;
  readonly #item: CatalogueItem;
  readonly #desk: AnnotationDesk;
  readonly #causes: ReadonlyMap<number, BatchCause>;
  readonly #columnOf = new Map<number, number>();
  readonly #fields: ReadonlyMap<string, Field>;
  readonly #creditCode: Field | null;
  readonly #known = new Map<string, readonly string[]>();
  #waiting: FindingPlace[] = [];
  #isComplete = false;

  constructor(
    table: DataTable,
    request: AnnotateRequest,
    catalogue: Catalogue,
    item: CatalogueItem,
    desk: AnnotationDesk,
  ) {
    this.#table = table;
    this.#request = request;
    this.#catalogue = catalogue;
    this.#item = item;
    this.#desk = desk;
    this.#causes = new Map(request.causes.map((cause) => [cause.cause, cause]));
    this.#fields = new Map(item.fields.map((field) => [field.key, field]));
    this.#creditCode = item.fields.find((field) => field.type === "identifier" && field.scheme === "uscc") ?? null;
    for (const cause of request.causes) this.#columnOf.set(cause.cause, this.#locate(cause));
  }

  /** Marks of all rows of data in row order, those without a finding among them. To be iterated once. */
  async *chunks(): AsyncGenerator<readonly RowMark[]> {
    for await (const rows of this.#rows())
      yield await this.#mark(rows, await this.#findingsUpTo(rows.at(-1)?.row ?? 0));
  }

  /** Only these rows, ascending, with their cells. What lies behind the last of them is not read. To be iterated once. */
  async *picked(wanted: readonly number[]): AsyncGenerator<readonly PickedRow[]> {
    const left = new Set(wanted);
    for await (const rows of this.#rows()) {
      const picked = rows.filter(({ row }) => left.delete(row));
      if (picked.length === 0) continue;
      const marks = await this.#mark(picked, await this.#findingsUpTo(picked.at(-1)?.row ?? 0));
      yield marks.map((mark, at): PickedRow => ({ mark, cells: picked[at]?.cells ?? [] }));
      if (left.size === 0) return;
    }
  }

  /** Rows of data in row order; those whose cells could not be told apart have none. */
  async *#rows(): AsyncGenerator<readonly Cells[]> {
    for await (const { rows, findings } of this.#table.chunks()) {
      const all: Cells[] = [...rows, ...findings.map((finding) => ({ row: finding.row, cells: [] }))];
      if (findings.length > 0) all.sort((a, b) => a.row - b.row);
      if (all.length > 0) yield all;
    }
  }

  async #findingsUpTo(row: number): Promise<ReadonlyMap<number, readonly number[]>> {
    while (!this.#isComplete && (this.#waiting.at(-1)?.[0] ?? 0) <= row) {
      const page = await this.#desk.findings();
      if (page.length === 0) this.#isComplete = true;
      this.#waiting.push(...page);
    }
    const found = new Map<number, number[]>();
    let taken = 0;
    for (const [at, cause] of this.#waiting) {
      if (at > row) break;
      taken += 1;
      const before = found.get(at);
      if (before) before.push(cause);
      else found.set(at, [cause]);
    }
    this.#waiting = this.#waiting.slice(taken);
    return found;
  }

  async #mark(rows: readonly Cells[], found: ReadonlyMap<number, readonly number[]>): Promise<RowMark[]> {
    const drafts = rows.map((row) => (found.get(row.row) ?? []).flatMap((cause) => this.#draft(row, cause)));
    const questions = new Map<string, RegisterQuestion>();
    for (const { question } of drafts.flat()) if (question) questions.set(JSON.stringify(question), question);
    const answers = questions.size === 0 ? [] : await this.#desk.ask([...questions.values()]);
    const answered = new Map(
      [...questions.keys()].map((key, at): [string, RegisterAnswer] => [key, answers[at] ?? null]),
    );
    return rows.map(({ row }, at): RowMark => {
      const notes = (drafts[at] ?? []).map(({ column, cause, local, question }): CellNote => ({
        column,
        cause,
        proposal: question ? (answered.get(JSON.stringify(question)) ?? null) : local,
      }));
      const failed = notes.some(({ cause }) => cause.severity === "error" || cause.severity === "review");
      const { batchId, lookupKey } = this.#request;
      return { row, notes, key: failed ? writeRowKey(lookupKey, { batchId, row }) : null };
    });
  }

  #draft(row: Cells, number: number): Draft[] {
    const cause = this.#causes.get(number);
    if (!cause) return [];
    const column = this.#columnOf.get(number) ?? -1;
    const text = row.cells[column]?.text ?? "";
    const draft = { column, cause, local: null, question: null };
    const field = cause.field === null ? undefined : this.#fields.get(cause.field);
    if (cause.code === "name-contradicts-code" && this.#creditCode) {
      const code = foldIdentifier(this.#textOf(row, this.#creditCode));
      return [{ ...draft, question: code === "" ? null : { kind: "name", codes: [code], name: text } }];
    }
    if (cause.severity !== "error" || !field || text === "" || text.length > 200) return [draft];
    const values = this.#propose(field, text);
    if (values.length === 0) return [draft];
    if (field !== this.#creditCode)
      return [{ ...draft, local: { values: values.slice(0, SHOWN_PROPOSALS), ground: "form" } }];
    const nameField = fieldWithRole(this.#item, "subject-name");
    const name = nameField ? this.#textOf(row, nameField) : "";
    return [{ ...draft, question: { kind: "code", codes: values, name } }];
  }

  /** A file has few distinct wrong values, or one value a million times. */
  #propose(field: Field, text: string): readonly string[] {
    const key = `${field.key} ${text}`;
    const before = this.#known.get(key);
    if (before) return before;
    const values = proposeValues(this.#catalogue, field, text, this.#request.today);
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(key, values);
    return values;
  }

  #textOf(row: Cells, field: Field): string {
    const at = this.#table.header.columns.findIndex((column) => column.field === field.key);
    return row.cells[at]?.text.trim() ?? "";
  }

  #locate(cause: BatchCause): number {
    const columns = this.#table.header.columns.filter((column) => ownColumn(column.header) === null);
    const named = cause.column === null ? undefined : columns.find((column) => column.header === cause.column);
    const role = ROLE_OF_CAUSE[cause.code];
    const ofRole = role === "credit-code" ? this.#creditCode : role ? fieldWithRole(this.#item, role) : null;
    const key = cause.field ?? ofRole?.key;
    return (named ?? columns.find((column) => key !== undefined && column.field === key))?.index ?? -1;
  }
}
