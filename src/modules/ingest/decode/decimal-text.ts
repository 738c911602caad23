/**
 * Writes out a decimal number in exponent form, without loss: "9.14E+17" → "914000000000000000". Anything that is no
 * such form, or has an exponent beyond ±400, is given back as it stands.
 */
export function expandExponent(text: string): string {
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/.exec(text);
  if (!parts) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  const shift = Number(exponent);
  if (Math.abs(shift) > 400) return text;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const place = point <= 0 ? 1 : point;
  const left = padded.slice(0, place).replace(/^0+(?=\d)/, "");
  const right = padded.slice(place).replace(/0+$/, "");
  const number = right === "" ? left : `${left}.${right}`;
  return sign === "-" && number !== "0" ? `-${number}` : number;
}

/**
 * The text of a spreadsheet's number as a person sees it in the cell: whole numbers digit by digit, never with an
 * exponent; fractions rounded to 15 significant digits as Excel shows them (0.30000000000000004 is 0.3 there).
 *
 * A whole number of 16 and more digits comes back in full. Excel keeps only 15, so behind kind "number" such a text is
 * not to be trusted as a code: whoever judges it must refuse it.
 */
export function sheetNumber(raw: string): string {
  const text = raw.trim();
  if (/^-?(0|[1-9]\d{0,400})$/.test(text)) return text;
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return text;
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) return expandExponent(text.replace(/^\+/, ""));
  return expandExponent(String(Number(value.toPrecision(15))));
}
