/** How many rows were filed at a moment. */
export interface Sample {
  /** Milliseconds. */
  readonly at: number;
  readonly rows: number;
}

/** Span in milliseconds over which a rate is measured: long enough to be steady, short enough to follow. */
const WINDOW = 15_000;

/** The samples that still count, with a new one. A smaller number of rows means that the work began anew. */
export function withSample(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last && next.rows < last.rows) return [next];
  return [...samples.filter(({ at }) => next.at - at <= WINDOW), next];
}

/** Rows per second, or null while there is too little to tell. */
export function rateOf(samples: readonly Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < 500 || last.rows === first.rows) return null;
  return ((last.rows - first.rows) / (last.at - first.at)) * 1000;
}

interface File {
  readonly fileName: string;
  readonly bytes: number;
}

/**
 * How many rows a file probably has, by the size of the rows of earlier files of the same kind; null without any. A file
 * is read as a stream, so nobody knows the number before its end.
 */
export function estimatedRows(
  file: File,
  earlier: readonly (File & { readonly counts: { readonly rows: number } | null })[],
): number | null {
  const alike = earlier.filter((one) => one.counts !== null && endingOf(one.fileName) === endingOf(file.fileName));
  const bytes = alike.reduce((sum, one) => sum + one.bytes, 0);
  const rows = alike.reduce((sum, one) => sum + (one.counts?.rows ?? 0), 0);
  return rows === 0 || bytes === 0 ? null : Math.max(1, Math.round((file.bytes * rows) / bytes));
}

/** Seconds until the end at this rate; null where either is not known or the estimate has been passed already. */
export function secondsLeft(rows: number, total: number | null, rate: number | null): number | null {
  return total === null || rate === null || total <= rows ? null : (total - rows) / rate;
}

function endingOf(name: string): string {
  return /\.[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? "";
}
