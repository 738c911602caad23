/** "AB12" → 28; 0 when it is no cell reference. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const unit = reference.charCodeAt(at);
    if (unit < 65 || unit > 90) break;
    column = column * 26 + unit - 64;
  }
  return column;
}

/** 28 → "AB". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The last cell of "A1:C9", or of "A1". */
export function lastOf(range: string): { readonly column: number; readonly row: number } {
  const last = (range.split(":").at(-1) ?? "").replaceAll("$", "");
  return { column: columnOf(last), row: Number(last.replace(/^[A-Z]+/, "")) || 0 };
}
