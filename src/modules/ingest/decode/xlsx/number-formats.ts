import { fromDayNumber } from "../../../../kernel/time.ts";
import type { RawCell } from "../../raw-row.ts";
import { sheetNumber } from "../decimal-text.ts";
import type { ReadLimits } from "../read-limits.ts";
import { readXmlPart } from "./xml-part.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** What a cell's number means by its format: a day (with or without time), a time of day, or just a number. */
export type NumberMeaning = "date" | "time" | "number";

/**
 * Built-in formats that show a day: ECMA-376 part 1, 18.8.30 (14–17, 22), and those that Chinese Excel adds (27–36,
 * 50–58, of which 32–35 and 55, 56 show times or months as well).
 */
const BUILT_IN_DATES: readonly (readonly [from: number, to: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];
const BUILT_IN_TIMES: readonly (readonly [from: number, to: number])[] = [
  [18, 21],
  [32, 35],
  [45, 47],
  [55, 56],
];
/** 9999-12-31, the last day that Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Serial of 1970-01-01 in the 1900 system. */
const EPOCH_1900 = 25_569;
/** Days between the two systems. */
const SHIFT_1904 = 1462;
const DAY_SECONDS = 86_400;

export function meaningOfFormat(id: number, code: string | undefined): NumberMeaning {
  if (code !== undefined) return meaningOfCode(code);
  const within = (ranges: typeof BUILT_IN_DATES): boolean => ranges.some(([from, to]) => id >= from && id <= to);
  if (within(BUILT_IN_DATES)) return "date";
  return within(BUILT_IN_TIMES) ? "time" : "number";
}

/** Reads a format code such as `yyyy"年"m"月"d"日";@`; what stands in quotes, brackets or behind \ is decoration. */
export function meaningOfCode(code: string): NumberMeaning {
  const first = code.slice(0, 255).split(";")[0] ?? "";
  const bare = first
    .replaceAll(/"[^"]*"?/g, "")
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, "")
    .replaceAll(/[\\_*]./g, "")
    .replaceAll(/G\/?(general|通用格式)|general/gi, "")
    .replaceAll(/E[+-]/gi, "")
    .toLowerCase();
  if (/[yde]|aaa|g{1,3}(?!eneral)/.test(bare)) return "date";
  if (/[hs]/.test(bare)) return "time";
  return bare.includes("m") ? "date" : "number";
}

/** Turns a serial number into a cell. Days that do not exist (1900-02-29, before 1900, after 9999) stay as they are. */
export function dateCell(raw: string, meaning: "date" | "time", uses1904: boolean): RawCell {
  const number: RawCell = { text: sheetNumber(raw), kind: "number" };
  const serial = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(serial) || serial < 0) return number;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    day += 1;
    seconds = 0;
  }
  if (meaning === "time" && day === 0) return { text: timeText(seconds), kind: "text" };
  const serial1900 = uses1904 ? day + SHIFT_1904 : day;
  if (serial1900 < 1 || serial1900 > LAST_SERIAL) return number;
  // Excel counts a 29 February 1900 that never was; all days before it are therefore one off.
  if (serial1900 === 60 && !uses1904) return { text: "1900-02-29", kind: "text" };
  const shift = serial1900 < 60 && !uses1904 ? 1 : 0;
  const date = fromDayNumber(serial1900 - EPOCH_1900 + shift);
  return { text: seconds === 0 ? date : `${date} ${timeText(seconds)}`, kind: "date" };
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** A cell of type "d" (ISO 8601, strict workbooks): day, or day and time to the second. */
export function isoDateCell(raw: string): RawCell {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(raw.trim());
  if (!parts?.[1]) return { text: raw, kind: "text" };
  const time = parts[2] === undefined ? "" : parts[2].padEnd(8, ":00");
  return { text: time === "" || time === "00:00:00" ? parts[1] : `${parts[1]} ${time}`, kind: "date" };
}

/** The meaning of each cell format (cellXfs) of a workbook, in order. */
export async function readNumberMeanings(
  archive: ZipArchive,
  name: string | null,
  limits: ReadLimits,
): Promise<readonly NumberMeaning[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  if (name === null) return [];
  await readXmlPart(
    archive,
    name,
    {
      open(tag, attributes) {
        if (tag === "cellXfs") inCellFormats = true;
        else if (tag === "numFmt" && codes.size < 10_000) {
          codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
        } else if (tag === "xf" && inCellFormats && ids.length < 100_000) ids.push(Number(attributes["numFmtId"] ?? 0));
      },
      close(tag) {
        if (tag === "cellXfs") inCellFormats = false;
      },
      text: () => undefined,
    },
    limits,
  );
  const known = new Map<number, NumberMeaning>();
  return ids.map((id) => {
    const meaning = known.get(id) ?? meaningOfFormat(id, codes.get(id));
    known.set(id, meaning);
    return meaning;
  });
}
