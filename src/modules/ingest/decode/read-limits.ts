/** Bounds of memory and time for reading one file. Every reader takes them as a parameter, so that tests use small ones. */
export interface ReadLimits {
  /** Longest cell in UTF-16 units. Excel itself allows 32,767. */
  readonly cellCharacters: number;
  /** Longest row of CSV or NDJSON in UTF-16 units. */
  readonly rowCharacters: number;
  /**
   * Text that may wait to be taken, in UTF-16 units: a few bytes of a sheet can refer to a long shared string again and
   * again, and NDJSON waits for its header.
   */
  readonly pendingCharacters: number;
  readonly columns: number;
  /** Rows of one sheet (ECMA-376: 1,048,576). */
  readonly sheetRows: number;
  readonly zipEntries: number;
  /** Bytes that a workbook's parts may inflate to, as declared and as found. A full sheet of 22 columns needs ≈ 1.5 GiB. */
  readonly inflatedBytes: number;
  /** Parts that declare more than `ratioFromBytes` may not be compressed more than this; real sheets reach 10–60. */
  readonly compressionRatio: number;
  readonly ratioFromBytes: number;
  /** Shared strings are kept outside the JavaScript heap as UTF-8; this bounds their bytes, and the next their number. */
  readonly sharedStringBytes: number;
  readonly sharedStrings: number;
  /** A workbook up to this size is read in memory, a larger one through an unlinked temporary file. */
  readonly inMemoryBytes: number;
  /** Rows handed over at a time. */
  readonly chunkRows: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_READ_LIMITS: ReadLimits = {
  cellCharacters: MEBIBYTE,
  rowCharacters: MEBIBYTE,
  pendingCharacters: 32 * MEBIBYTE,
  columns: 512,
  sheetRows: 1_048_576,
  zipEntries: 2000,
  inflatedBytes: 2048 * MEBIBYTE,
  compressionRatio: 200,
  ratioFromBytes: 10 * MEBIBYTE,
  sharedStringBytes: 512 * MEBIBYTE,
  sharedStrings: 8_000_000,
  inMemoryBytes: 64 * MEBIBYTE,
  chunkRows: 1000,
};
