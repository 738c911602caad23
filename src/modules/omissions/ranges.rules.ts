/** Joins ascending numbers that follow each other and are alike into ranges. Pure. */
export function rangesOf<Entry extends { readonly number: number }>(
  entries: readonly Entry[],
  alike: (a: Entry, b: Entry) => boolean,
): { readonly from: number; readonly to: number; readonly entries: readonly Entry[] }[] {
  const ranges: { from: number; to: number; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const range = ranges.at(-1);
    const last = range?.entries.at(-1);
    if (range && last && entry.number === range.to + 1 && alike(last, entry)) {
      range.to = entry.number;
      range.entries.push(entry);
    } else ranges.push({ from: entry.number, to: entry.number, entries: [entry] });
  }
  return ranges;
}
