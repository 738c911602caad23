import type { RawRow } from "../raw-row.ts";
import type { TableNote } from "./table-note.ts";

/** A file opened as a table. `chunks` may be iterated once and reads only as fast as it is asked: memory stays bounded. */
export interface TableReader {
  /** For the receipt, e.g. "csv, gb18030" or "xlsx, sheet 行政许可". */
  readonly format: string;
  chunks(): AsyncGenerator<readonly RawRow[]>;
  /**
   * What the reader passed over or read otherwise than one might think; complete when `chunks` has ended. `own` are the
   * places of columns that we added ourselves, which are nobody's news.
   */
  notes(own?: ReadonlySet<number>): readonly TableNote[];
}
