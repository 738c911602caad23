import type { LocalDate } from "../../../../kernel/time.ts";
import type { Catalogue } from "../../catalogue.ts";
import type { Field } from "../../catalogue-item.ts";
import { indexCodes } from "../../code-index.ts";
import { answerFor, type ByFieldType } from "../by-field-type.ts";
import { codesOf } from "../compile-readers.ts";
import { readMoney } from "../normalise/read-money.ts";
import { lettersToDigits } from "./letters-to-digits.ts";
import { proposeCodes } from "./propose-code.ts";
import { proposeDates } from "./propose-date.ts";
import { proposeIdentifiers } from "./propose-identifier.ts";

interface Written {
  readonly text: string;
  readonly catalogue: Catalogue;
  readonly today: LocalDate;
}

const PROPOSERS = {
  text: () => [],
  identifier: (field, { text }) => proposeIdentifiers(field.scheme, text),
  // A number of a person is never guessed, nor written into a report.
  "identity-number": () => [],
  date: (_field, { text, today }) => proposeDates(text, today),
  choice: (field, { text, catalogue }) => proposeCodes(text, codesOf(catalogue, field.codes)),
  choices: (field, { text, catalogue }) => proposeChoices(text, field.separators, catalogue, field.codes),
  money: (_field, { text }) => proposeAmounts(text),
} satisfies ByFieldType<[Written], readonly string[]>;

/**
 * What a refused text of a field may have meant, likeliest first; empty where nobody can say. For a person to compare
 * with the paper, never to be applied by itself. Pure.
 */
export function proposeValues(catalogue: Catalogue, field: Field, text: string, today: LocalDate): readonly string[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : answerFor(PROPOSERS, field, { text: trimmed, catalogue, today });
}

/** Each part that has one clear meaning is replaced; a part with several, or none, leaves the whole to the person. */
function proposeChoices(text: string, separators: string, catalogue: Catalogue, list: string): readonly string[] {
  const codes = codesOf(catalogue, list);
  const [official = ";"] = separators;
  const parts = [...separators]
    .reduce((pieces, separator) => pieces.flatMap((piece) => piece.split(separator)), [text])
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const index = indexCodes(codes);
  const read = parts.map((part) => (index.find(part, null) ? part : proposeCodes(part, codes)[0]));
  const proposal = read.join(official);
  return read.includes(undefined) || proposal === text ? [] : [proposal];
}

function proposeAmounts(text: string): readonly string[] {
  const digits = lettersToDigits(text.normalize("NFKC"));
  if (digits === text) return [];
  return "fault" in readMoney(digits, "text", 2) ? [] : [digits];
}
