import type { LocalDate } from "../../../kernel/time.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Field } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";
import type { CellReader } from "./normalise/reading.ts";
import { choiceReader, choicesReader } from "./normalise/read-choice.ts";
import { dateReader } from "./normalise/read-date.ts";
import { identifierReader } from "./normalise/read-identifier.ts";
import { identityNumberReader, type PaperKind } from "./normalise/read-identity-number.ts";
import { moneyReader, type UnitAbove } from "./normalise/read-money.ts";
import { textReader } from "./normalise/read-text.ts";

/** What a reader may ask about the row it stands in. */
export interface RowQuestions {
  /** The day by whose code lists the row is judged. */
  readonly day: () => LocalDate | null;
  /** Which paper an identity number belongs to. */
  readonly paper: (documentTypeField: string | null) => PaperKind;
  /** The unit of amounts that a line above the table names. */
  readonly unitAbove: UnitAbove;
}

const READERS = {
  text: (field) => textReader(field),
  identifier: (field) => identifierReader(field),
  "identity-number": (field, _header, _catalogue, row) =>
    identityNumberReader(field, row.paper(field.documentTypeField)),
  date: (field) => dateReader(field),
  choice: (field, _header, catalogue, row) => choiceReader(codesOf(catalogue, field.codes), row.day),
  choices: (field, _header, catalogue, row) => choicesReader(field, codesOf(catalogue, field.codes), row.day),
  money: (field, header, _catalogue, row) => moneyReader(field, header, row.unitAbove),
} satisfies ByFieldType<[header: string, catalogue: Catalogue, row: RowQuestions], CellReader>;

/** Builds the reader of one field for cells under one header. */
export function compileReader(field: Field, header: string, catalogue: Catalogue, row: RowQuestions): CellReader {
  return answerFor(READERS, field, header, catalogue, row);
}

/** The loader has seen to it that every list exists. */
export function codesOf(catalogue: Catalogue, list: string) {
  const codes = catalogue.codes.get(list);
  if (!codes) throw new Error(`the catalogue has no code list ${list}`);
  return codes;
}
