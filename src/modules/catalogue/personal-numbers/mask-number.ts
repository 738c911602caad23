/** Hides all but two characters at each end; of short values everything. */
export function maskNumber(text: string): string {
  return text.length < 8 ? "*".repeat(text.length) : text.slice(0, 2) + "*".repeat(text.length - 4) + text.slice(-2);
}

/** Leaves the first character of a person's name. */
export function maskName(text: string): string {
  const [first = "", ...rest] = text;
  return first + "*".repeat(rest.length);
}
