import { Type, type Static } from "typebox";
import { type Catalogue, CatalogueError, type CatalogueFault, readLawFile } from "#catalogue";

const FILE = "rules/coverage-answers.json";
const closed = { additionalProperties: false };
const Words = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed);

const AnswerSchema = Type.Object(
  {
    answer: Type.String({ pattern: "^[a-z][a-z-]*$" }),
    title: Words,
    /** Items for which it can be given; null for all. */
    items: Type.Union([Type.Array(Type.String(), { minItems: 1 }), Type.Null()]),
    /** Whether it must be explained in words. */
    wordsNeeded: Type.Boolean(),
    citations: Type.Array(
      Type.Object(
        { title: Type.String({ minLength: 1 }), locator: Type.Optional(Type.String()), verified: Type.Boolean() },
        closed,
      ),
    ),
  },
  closed,
);

const FileSchema = Type.Object(
  {
    title: Words,
    zeroReport: Type.Array(AnswerSchema, { minItems: 1 }),
    notReported: Type.Array(AnswerSchema, { minItems: 1 }),
  },
  closed,
);

/** A standard answer to the question why nothing, or not all, was reported. */
export type StandardAnswer = Readonly<Static<typeof AnswerSchema>>;

/** The standard answers of data/rules/coverage-answers.json. */
export interface CoverageAnswers {
  readonly zeroReport: readonly StandardAnswer[];
  readonly notReported: readonly StandardAnswer[];
}

/** Reads the standard answers under a directory of law data. @throws CatalogueError with file and place */
export async function loadCoverageAnswers(lawDirectory: string, catalogue: Catalogue): Promise<CoverageAnswers> {
  const content = await readLawFile(lawDirectory, FILE, FileSchema);
  const faults: CatalogueFault[] = [];
  const known = new Set(catalogue.items.map(({ item }) => item));
  for (const list of ["zeroReport", "notReported"] as const) {
    for (const [at, { answer, items }] of content[list].entries()) {
      const pointer = `/${list}/${at}`;
      if (content[list].findIndex((other) => other.answer === answer) !== at)
        faults.push({ file: FILE, pointer, message: `the answer ${answer} stands twice` });
      for (const item of items ?? [])
        if (!known.has(item)) faults.push({ file: FILE, pointer, message: `there is no item ${item}` });
    }
  }
  if (faults.length > 0) throw new CatalogueError(faults);
  return { zeroReport: content.zeroReport, notReported: content.notReported };
}
