import { CsvScanner } from "./csv-scanner.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { ReadLimits } from "./read-limits.ts";

const DELIMITERS = [",", "\t", ";", "；", "|"] as const;
const SAMPLE_ROWS = 60;

/**
 * Finds the delimiter of a table from its beginning: the one by which most rows have the same number of columns, and
 * many. A comma where nothing tells them apart.
 */
export function findDelimiter(sample: string, limits: ReadLimits): string {
  let best: string = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const score = regularity(countColumns(sample, delimiter, limits));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of the rows that have the commonest number of columns, times the logarithm of that number. */
function regularity(widths: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const width of widths) tally.set(width, (tally.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, rows] of tally) best = Math.max(best, (rows / widths.length) * Math.log2(width));
  return best;
}

function countColumns(sample: string, delimiter: string, limits: ReadLimits): number[] {
  const scanner = new CsvScanner(delimiter, limits);
  try {
    const rows = scanner.push(sample);
    const complete = rows.length > 0 ? rows : scanner.end();
    return complete.slice(0, SAMPLE_ROWS).map((row) => row.cells.length);
  } catch (error) {
    // By a wrong delimiter the quotes may look wrong. If the right one has the fault too, the reading proper will tell.
    if (error instanceof FileRefusal) return [];
    throw error;
  }
}
