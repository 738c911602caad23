import { compileJudge, headerIndex, shownCell, type Catalogue, type CatalogueItem, type Field } from "#catalogue";
import { expectationOf, type DataTable } from "../decode/read-table.ts";
import { openContent } from "../repair/batch-content.ts";
import type { AnnotateRequest, AnnotationDesk, Proposal } from "./annotation.ts";
import { ownColumn } from "./markers.rules.ts";
import { RowMarks, type PickedRow } from "./row-marks.ts";

/** A column of the file, ours from an earlier round excepted. */
export interface ShownColumn {
  /** Its place in the file from 0. */
  readonly column: number;
  readonly title: string;
  readonly field: string | null;
}

/** A row as its reporter may see it on a screen. */
export interface ShownRow {
  readonly row: number;
  /** As written, in the order of the columns; numbers of persons are masked, of rows on persons all words. */
  readonly cells: readonly string[];
  /** Columns whose cell shows less than stands there. */
  readonly masked: readonly number[];
  /** The cells could not be told apart, so none is shown. */
  readonly broken: boolean;
  readonly notes: readonly {
    readonly cause: number;
    readonly column: number | null;
    readonly proposal: Proposal | null;
  }[];
}

/** Reads the wanted rows of a batch with what is said about them. Runs in the annotating thread. @throws FileRefusal */
export async function* showRows(
  request: AnnotateRequest,
  wanted: readonly number[],
  catalogue: Catalogue,
  desk: AnnotationDesk,
): AsyncGenerator<{ readonly columns: readonly ShownColumn[]; readonly rows: readonly ShownRow[] }> {
  const item = catalogue.getItem(request.item, request.edition);
  if (!item) throw new Error(`no edition ${request.edition} of ${request.item}`);
  const profile = request.profile === null ? null : catalogue.findProfile(item, request.profile);
  const table = await openContent(request.content, expectationOf(item, headerIndex(item, profile)));
  const { columns: header } = table.header;
  const judge = compileJudge(catalogue, item, profile, header, { today: request.today, unitAbove: table.unitAbove });
  const columns = columnsOf(table);
  const show = rowShower(item, columns);
  for await (const picked of new RowMarks(table, request, catalogue, item, desk).picked(wanted))
    yield { columns, rows: picked.map((row) => show(row, judge(row.mark.row, row.cells).isPerson)) };
}

function columnsOf({ header }: DataTable): ShownColumn[] {
  return header.columns
    .filter((column) => column.header !== "" && ownColumn(column.header) === null)
    .map(({ index, header: title, field }) => ({ column: index, title, field }));
}

function rowShower(
  item: CatalogueItem,
  columns: readonly ShownColumn[],
): (picked: PickedRow, isPerson: boolean) => ShownRow {
  const fields = new Map(item.fields.map((field): [string, Field] => [field.key, field]));
  return ({ mark, cells }, isPerson) => {
    const masked: number[] = [];
    const texts = columns.map(({ column, field }) => {
      const text = cells[column]?.text ?? "";
      const shown = shownCell(text, field === null ? null : (fields.get(field) ?? null), isPerson);
      if (shown !== text) masked.push(column);
      return shown;
    });
    const notes = mark.notes.map(({ cause, column, proposal }) => {
      return { cause: cause.cause, column: column < 0 ? null : column, proposal };
    });
    return { row: mark.row, cells: texts, masked, broken: cells.length === 0, notes };
  };
}
