import type { BatchId } from "../../../kernel/ids.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import type { BatchCause } from "../batch.ts";
import type { BatchContent } from "../repair/batch-content.ts";

/** What the annotating thread needs. Everything survives a structured clone. */
export interface AnnotateRequest {
  readonly batchId: BatchId;
  readonly fileName: string;
  readonly content: BatchContent;
  readonly item: string;
  readonly edition: number;
  readonly profile: string | null;
  readonly today: LocalDate;
  readonly lawDirectory: string;
  /** Key of the rows' keys. */
  readonly lookupKey: Uint8Array;
  /** Causes of the batch but for mere changes, gravest and most frequent first; their rows are cut. */
  readonly causes: readonly BatchCause[];
  /** Sentence of counts for the summary sheet. */
  readonly counts: string;
  /** Rows whose cells are wanted, ascending, instead of the file with marks; null for the file. */
  readonly rows: readonly number[] | null;
}

/** One finding: row, number of its cause. In row order. */
export type FindingPlace = readonly [row: number, cause: number];

/** A wrong code, or a name that contradicts its code, about which the register is asked. */
export interface RegisterQuestion {
  readonly kind: "code" | "name";
  /** Candidates for the code, or the code that stands in the row. */
  readonly codes: readonly string[];
  readonly name: string;
}

/** What may have been meant, for a person to compare with the paper; never applied by itself. */
export interface Proposal {
  /** Each can stand in the cell as it is; likeliest first. */
  readonly values: readonly string[];
  /**
   * Where they come from. `form`: the text itself, written otherwise. `in-register`: a code of the register whose subject
   * bears the row's name. `computed`: right by its check digits, borne by nobody in the register. `name-of-code`: the name
   * in the register of the row's code.
   */
  readonly ground: "form" | "in-register" | "computed" | "name-of-code";
}

/** Proposals in the order of the questions; null where the register has none. */
export type RegisterAnswer = Proposal | null;

/** What the thread may ask the process that talks to the database. */
export interface AnnotationDesk {
  /** The next findings; empty when there are no more. */
  findings(): Promise<readonly FindingPlace[]>;
  ask(questions: readonly RegisterQuestion[]): Promise<readonly RegisterAnswer[]>;
}

/** One thing to say about a row. */
export interface CellNote {
  /** Place of the cell from 0, or −1 where the whole row, or a column that the file has not, is meant. */
  readonly column: number;
  readonly cause: BatchCause;
  readonly proposal: Proposal | null;
}

/** What becomes of one row of data in the annotated file. */
export interface RowMark {
  readonly row: number;
  /** Empty for a row that went in without remark. */
  readonly notes: readonly CellNote[];
  /** Given to rows that failed or wait. */
  readonly key: string | null;
}

/** Where the table lies in the file. */
export interface TableFrame {
  /** Row number of the header's last line. */
  readonly headerRow: number;
  /** Columns up to the last one with a header; our own from before count as none. */
  readonly width: number;
  /** Places of our columns from an earlier round. */
  readonly own: ReadonlySet<number>;
}
