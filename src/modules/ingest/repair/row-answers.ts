import { Type } from "typebox";
import { readLawFile } from "#catalogue";
import type { Text } from "../../../kernel/text.ts";
import { parseLocalDate, type LocalDate } from "../../../kernel/time.ts";

const FILE = "rules/row-answers.json";
const Words = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const Day = Type.Union([Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }), Type.Null()]);

const FileSchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    title: Words,
    citation: Type.Object(
      { title: Type.String(), verified: Type.Boolean(), note: Type.Optional(Type.String()) },
      { additionalProperties: false },
    ),
    answers: Type.Array(
      Type.Object(
        { answer: Type.String({ pattern: "^[a-z][a-z-]*$" }), title: Words, effectiveFrom: Day, effectiveTo: Day },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
);

/** One reason for which a rejected row is not repaired. */
export interface RowAnswer {
  readonly answer: string;
  readonly title: Text;
}

/** The standard answers, those that were in force before among them: old explanations name them. */
export interface RowAnswers {
  readonly verified: boolean;
  /** In its own words, or null where there never was such an answer. */
  titleOf(answer: string): Text | null;
  /** Those that may be given on a day. */
  on(day: LocalDate): readonly RowAnswer[];
}

/** Reads the standard answers under a directory of law data. @throws CatalogueError with file and place */
export async function loadRowAnswers(lawDirectory: string): Promise<RowAnswers> {
  const content = await readLawFile(lawDirectory, FILE, FileSchema);
  const day = (text: string | null): LocalDate | null => (text === null ? null : parseLocalDate(text));
  const answers = content.answers.map(({ answer, title, effectiveFrom, effectiveTo }) => {
    return { answer, title, from: day(effectiveFrom), to: day(effectiveTo) };
  });
  return {
    verified: content.citation.verified,
    titleOf: (answer) => answers.find((one) => one.answer === answer)?.title ?? null,
    on: (today) => answers.filter(({ from, to }) => (from === null || from <= today) && (to === null || to >= today)),
  };
}
