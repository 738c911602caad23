import type { LocalDate } from "../../../../kernel/time.ts";
import type { ChoicesField, CodeList } from "../../catalogue-item.ts";
import { indexCodes, type CodeIndex } from "../../code-index.ts";
import type { FindingCode } from "../finding-texts.ts";
import { cleanText } from "./clean-text.ts";
import { ABSENT, INVALID, type CellReader } from "./reading.ts";

/** The day by whose list a row is judged (its decision), or null while that is unknown. */
export type JudgementDay = () => LocalDate | null;

export type ChoiceReading =
  | { readonly value: string; readonly changed: "choice-alias" | "choice-explanation-form" | null }
  | { readonly fault: "choice-unknown" | "choice-not-on-date" | "choice-explanation-missing" };

const EXPLAINED = /^([^-—:：,，(（]+?)\s*(?:[-—]+|[:：,，]|[(（])\s*(.+?)\s*[)）]?$/su;
const LONGEST_EXPLANATION = 200;

/** Longer texts are no choice; they are not even looked at. */
const LONGEST_TEXT = 1000;
const LONGEST_CELL = 20_000;

/** Reads one value: exact, by label or alias in any width, or an open-ended one with its explanation (其他-…). */
function readChoice(codes: CodeIndex, text: string, on: LocalDate | null): ChoiceReading {
  if (text.length > LONGEST_TEXT) return { fault: "choice-unknown" };
  const match = codes.find(text, on);
  if (match) {
    if (!match.inForce) return { fault: "choice-not-on-date" };
    if (match.code.openEnded && match.code.explanationOptional !== true) return { fault: "choice-explanation-missing" };
    return { value: match.code.value, changed: match.by === "alias" ? "choice-alias" : null };
  }
  const parts = EXPLAINED.exec(text);
  const open = parts?.[1] === undefined ? null : codes.find(parts[1], on);
  const explanation = parts?.[2] ?? "";
  if (!open?.code.openEnded || explanation.length > LONGEST_EXPLANATION) return { fault: "choice-unknown" };
  if (!open.inForce) return { fault: "choice-not-on-date" };
  const value = `${open.code.value}-${explanation}`;
  return { value, changed: value === text ? null : "choice-explanation-form" };
}

/** The code behind a value as `readChoice` gives it: 其他-军官证 is a 其他. */
export function codeOfValue(list: CodeList, value: string): CodeList["values"][number] | null {
  const exact = list.values.find((code) => code.value === value);
  return exact ?? list.values.find((code) => code.openEnded && value.startsWith(`${code.value}-`)) ?? null;
}

const REMEMBERED = 5000;

/** Remembers what a text meant: a file has few distinct values. */
function remembering(codes: CodeIndex): (text: string, on: LocalDate | null) => ChoiceReading {
  const known = new Map<string, ChoiceReading>();
  return (text, on) => {
    const key = on === null ? text : on + text;
    const before = known.get(key);
    if (before) return before;
    const reading = readChoice(codes, text, on);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, reading);
    return reading;
  };
}

export function choiceReader(list: CodeList, day: JudgementDay): CellReader {
  const read = remembering(indexCodes(list));
  const dated = list.values.some((code) => code.validFrom !== null || code.validTo !== null);
  return (text, _kind, note) => {
    if (text.length > LONGEST_CELL) {
      note("choice-unknown");
      return INVALID;
    }
    const clean = cleanText(text, false);
    if (clean === null) {
      note("text-unreadable");
      return INVALID;
    }
    if (clean === "") return ABSENT;
    const reading = read(clean, dated ? day() : null);
    if ("fault" in reading) {
      note(reading.fault);
      return INVALID;
    }
    if (reading.changed) note(reading.changed);
    return reading.value;
  };
}

/** What the several values of one cell were read as. */
interface ChoicesReading {
  readonly values: readonly string[];
  readonly changes: ReadonlySet<FindingCode>;
  readonly fault: FindingCode | null;
}

export function choicesReader(field: ChoicesField, list: CodeList, day: JudgementDay): CellReader {
  const read = remembering(indexCodes(list));
  const known = new Map<string, ChoicesReading>();
  const [official = ";"] = field.separators;
  const splitCell = (text: string, on: LocalDate | null): ChoicesReading => {
    const changes = new Set<FindingCode>();
    const values: string[] = [];
    let fault: FindingCode | null = null;
    const take = (part: string, loose: readonly string[]): void => {
      const reading = read(part, on);
      if (!("fault" in reading)) {
        if (reading.changed) changes.add(reading.changed);
        if (!values.includes(reading.value)) values.push(reading.value);
        return;
      }
      const at = loose.findIndex((separator) => part.includes(separator));
      const separator = loose[at];
      if (separator === undefined) {
        fault ??= reading.fault;
        return;
      }
      changes.add("choice-separators");
      for (const piece of part.split(separator)) if (piece.trim() !== "") take(piece.trim(), loose.slice(at + 1));
    };
    for (const part of splitAtAny(text, field.separators)) take(part, [...field.looseSeparators]);
    if (changes.size === 0 && values.join(official) !== text && codesAreWritten(values, text))
      changes.add("choice-separators");
    return { values, changes, fault };
  };
  return (text, _kind, note) => {
    if (text.length > LONGEST_CELL) {
      note("choice-unknown");
      return INVALID;
    }
    const clean = cleanText(text, true);
    if (clean === null) {
      note("text-unreadable");
      return INVALID;
    }
    if (clean.length > LONGEST_TEXT) {
      note("choice-unknown");
      return INVALID;
    }
    const on = day();
    const key = `${on ?? ""}${clean}`;
    const reading = known.get(key) ?? splitCell(clean, on);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, reading);
    if (reading.fault) {
      note(reading.fault);
      return INVALID;
    }
    if (reading.values.length === 0) return ABSENT;
    for (const change of reading.changes) note(change);
    return reading.values;
  };
}

/** True when every value stands in the text as it is: then only the separators differ from the official form. */
function codesAreWritten(values: readonly string[], text: string): boolean {
  return values.every((value) => text.includes(value));
}

function splitAtAny(text: string, separators: string): readonly string[] {
  let parts = [text];
  for (const separator of separators) parts = parts.flatMap((part) => part.split(separator));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
