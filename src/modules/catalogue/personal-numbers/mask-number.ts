/** Hides all but two characters at each end; of short values everything. */
export function maskNumber(text: string): string {
  const signs = Array.from(text.toWellFormed());
  if (signs.length < 8) return "*".repeat(signs.length);
  return signs.slice(0, 2).join("") + "*".repeat(signs.length - 4) + signs.slice(-2).join("");
}

/** Leaves the first character of a person's name. */
export function maskName(text: string): string {
  const [first = "", ...rest] = text;
  return first + "*".repeat(rest.length);
}
