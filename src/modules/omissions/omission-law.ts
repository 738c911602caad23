import { Type, type Static } from "typebox";
import { CatalogueError, readLawFile } from "#catalogue";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";

const closed = { additionalProperties: false } as const;
const WORDS = Type.String({ minLength: 1 });
const TEXT = Type.Object({ zh: WORDS, en: WORDS }, closed);
const CODE = Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" });
const DATE = Type.Union([Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }), Type.Null()]);
const SHARE = Type.Number({ minimum: 0, maximum: 1 });
const COUNT = Type.Integer({ minimum: 1 });
const LEVEL = Type.Union([Type.Literal("high"), Type.Literal("medium"), Type.Literal("low")]);

const LEARNING = Type.Object(
  {
    fewestNumbers: COUNT,
    leastDensity: SHARE,
    largestGap: Type.Integer({ minimum: 1, description: "a longer jump parts two blocks of numbers" }),
    smallestBlock: Type.Integer({ minimum: 1, description: "fewer numbers beyond a jump fit nothing" }),
    leadingAtMost: Type.Integer({
      minimum: 1,
      description: "first number up to which a new series' earlier ones are asked for",
    }),
    largestAttestedTail: COUNT,
    confidence: Type.Array(Type.Object({ level: LEVEL, numbers: COUNT, density: SHARE }, closed), { minItems: 1 }),
  },
  closed,
);

const DROP = Type.Object(
  {
    fewestMonths: COUNT,
    mostMonths: COUNT,
    deviations: Type.Number({ minimum: 0, description: "how many scaled median deviations below the median" }),
    atMostShare: SHARE,
    fewestUsual: Type.Integer({ minimum: 0, description: "a body that decides fewer a month is not judged" }),
  },
  closed,
);

const ANSWER = Type.Object(
  {
    answer: CODE,
    title: TEXT,
    meaning: TEXT,
    review: Type.Boolean({ description: "takes effect once a second person has confirmed it" }),
    askAgainAfterDays: Type.Union([COUNT, Type.Null()]),
    wordsNeeded: Type.Boolean(),
    basis: Type.Object(
      {
        title: WORDS,
        locator: Type.Optional(WORDS),
        number: Type.Optional(WORDS),
        verified: Type.Boolean({ description: "somebody compared the entry with the original" }),
        note: Type.Optional(WORDS),
      },
      closed,
    ),
  },
  closed,
);

const SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    note: TEXT,
    editions: Type.Array(
      Type.Object(
        {
          edition: CODE,
          effectiveFrom: DATE,
          effectiveTo: DATE,
          verified: Type.Boolean(),
          learning: LEARNING,
          answering: Type.Object({ workingDays: COUNT }, closed),
          drop: DROP,
          answers: Type.Array(ANSWER, { minItems: 1 }),
        },
        closed,
      ),
      { minItems: 1, description: "oldest first" },
    ),
  },
  { ...closed, $schema: "https://json-schema.org/draft/2020-12/schema", title: "Missing document numbers" },
);

/** How a series of document numbers is told from chance. */
export type LearningRules = Readonly<Static<typeof LEARNING>>;
/** When a month counts as an unusual drop. */
export type DropRules = Readonly<Static<typeof DROP>>;
/** An answer that a body may give for a missing number. */
export type StandardAnswer = Readonly<Static<typeof ANSWER>>;
/** How surely a group of numbers is a series. */
export type Confidence = Static<typeof LEVEL>;

/** An edition of data/rules/omissions.json. */
export interface OmissionRules {
  readonly edition: string;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly learning: LearningRules;
  readonly answering: { readonly workingDays: number };
  readonly drop: DropRules;
  readonly answers: readonly StandardAnswer[];
}

/** Path under data/ of the schema beside the rules, and what it must say. */
export function omissionSchemaFiles(): Readonly<Record<string, unknown>> {
  return { "rules/omissions.schema.json": SCHEMA };
}

const FILE = "rules/omissions.json";

/** Reads data/rules/omissions.json; oldest edition first. @throws CatalogueError with file and place */
export async function loadOmissionRules(lawDirectory: string): Promise<readonly OmissionRules[]> {
  const content = await readLawFile(lawDirectory, FILE, SCHEMA);
  return content.editions.map((edition) => ({
    ...edition,
    effectiveFrom: dayOf(edition.effectiveFrom),
    effectiveTo: dayOf(edition.effectiveTo),
  }));
}

/** The rules that are in force on a day. @throws Error where none is (then the law data does not load) */
export function rulesOn(editions: readonly OmissionRules[], day: LocalDate): OmissionRules {
  const found = editions.findLast(
    ({ effectiveFrom, effectiveTo }) =>
      (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || effectiveTo >= day),
  );
  if (!found) throw new Error(`${FILE} has no edition for ${day}`);
  return found;
}

function dayOf(text: string | null): LocalDate | null {
  const day = text === null ? null : parseLocalDate(text);
  if (text !== null && !day)
    throw new CatalogueError([{ file: FILE, pointer: "/editions", message: `${text} is no day` }]);
  return day;
}
