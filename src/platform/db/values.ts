import pg from "pg";

/**
 * How values of the database look in the program: int8 a safe number, date "YYYY-MM-DD", timestamptz an ISO instant with
 * milliseconds and Z, numeric and timestamp text, json parsed, bytea a Buffer. Arrays of these likewise.
 */
export const VALUE_TYPES = { getTypeParser };

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  20: toSafeNumber, // int8
  1016: arrayOf(toSafeNumber),
  1082: (text) => text, // date
  1182: arrayOf((text) => text),
  1114: (text) => text, // timestamp
  1184: toInstant, // timestamptz
  1185: arrayOf(toInstant),
  1700: (text) => text, // numeric
  1231: arrayOf((text) => text),
};

function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (format === "binary") return defaultParser(oid, "binary");
  return PARSERS[oid] ?? defaultParser(oid, "text");
}

function defaultParser(oid: number, format: "text" | "binary"): (value: string) => unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pg types its parsers as any
  return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
}

function toSafeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${text} is beyond 2^53 and would lose digits`);
  return number;
}

/** "2026-11-24 08:30:00.123456+00" (session zone UTC) → "2026-11-24T08:30:00.123Z"; infinity stays as it is. */
function toInstant(text: string): string {
  const parts = /^(\d{4,}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (!parts) return text;
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? "").padEnd(3, "0").slice(0, 3)}Z`;
}

function arrayOf(parse: (text: string) => unknown): (text: string) => unknown {
  const textArray = defaultParser(1009, "text");
  return (text) => eachOf(textArray(text), parse);
}

function eachOf(value: unknown, parse: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => eachOf(entry, parse));
  return typeof value === "string" ? parse(value) : value;
}
