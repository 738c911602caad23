import { Type, type Static } from "typebox";
import { CatalogueError, type Citation, readLawFile } from "#catalogue";
import type { Text } from "../../kernel/text.ts";
import type { LocalDate } from "../../kernel/time.ts";

/** The rates by which bodies are measured. Each has a source of its own in rate-sources.ts. */
export const RATES = ["report", "own-site", "compliance", "timeliness", "omission"] as const;

export type Rate = (typeof RATES)[number];

/** How a rate is worked out while this edition holds: an entry of data/rules/rates.json. */
export interface RateEdition {
  readonly rate: Rate;
  readonly title: Text;
  readonly numerator: Text;
  readonly denominator: Text;
  readonly formula: Text;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly citations: readonly Citation[];
}

/** The rates and the day on which a month's figures are frozen, with their editions, oldest first. */
export interface FigureLaw {
  readonly rates: readonly RateEdition[];
  readonly freezing: readonly {
    readonly dayOfNextMonth: number;
    readonly effectiveFrom: string | null;
    readonly effectiveTo: string | null;
  }[];
}

const FILE = "rules/rates.json";
const closed = { additionalProperties: false } as const;
const WORDS = Type.String({ minLength: 1 });
const TEXT = Type.Object({ zh: WORDS, en: WORDS }, closed);
const DATE = Type.Union([Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }), Type.Null()]);
const CITATIONS = Type.Array(
  Type.Object(
    {
      title: WORDS,
      locator: Type.Optional(Type.String()),
      number: Type.Optional(Type.String()),
      verified: Type.Boolean({ description: "somebody compared the entry with the original" }),
      note: Type.Optional(Type.String()),
    },
    closed,
  ),
  { minItems: 1 },
);

const SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    rates: Type.Array(
      Type.Object(
        {
          rate: Type.Unsafe<Rate>(Type.Enum([...RATES])),
          title: TEXT,
          numerator: TEXT,
          denominator: TEXT,
          formula: TEXT,
          effectiveFrom: DATE,
          effectiveTo: DATE,
          citations: CITATIONS,
        },
        closed,
      ),
    ),
    freezing: Type.Array(
      Type.Object(
        {
          dayOfNextMonth: Type.Integer({ minimum: 1, maximum: 28 }),
          effectiveFrom: DATE,
          effectiveTo: DATE,
          citations: CITATIONS,
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  {
    ...closed,
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Rates of bodies, and the day on which a month's figures are frozen",
  },
);

/** Path under data/ of the schema file beside the rates, and what it must say. */
export function figureSchemaFiles(): Readonly<Record<string, unknown>> {
  return { "rules/rates.schema.json": SCHEMA };
}

/** Reads data/rules/rates.json of a directory of law data. @throws CatalogueError with file and place */
export async function loadFigureLaw(lawDirectory: string): Promise<FigureLaw> {
  return checked(await readLawFile(lawDirectory, FILE, SCHEMA));
}

function checked(law: Static<typeof SCHEMA>): FigureLaw {
  const missing = RATES.filter((rate) => !law.rates.some((entry) => entry.rate === rate && entry.effectiveTo === null));
  if (missing.length > 0)
    throw new CatalogueError(
      missing.map((rate) => ({ file: FILE, pointer: "/rates", message: `no edition of ${rate} is open` })),
    );
  return law;
}

/** The editions of the rates that hold on a day, in the order of the file. */
export function ratesOn(law: FigureLaw, day: LocalDate): readonly RateEdition[] {
  return law.rates.filter((entry) => holdsOn(entry, day));
}

/** The day of the following month on which a month's figures are frozen; null where no edition says so. */
export function freezingDayOn(law: FigureLaw, day: LocalDate): number | null {
  return law.freezing.findLast((entry) => holdsOn(entry, day))?.dayOfNextMonth ?? null;
}

function holdsOn(
  entry: { readonly effectiveFrom: string | null; readonly effectiveTo: string | null },
  day: LocalDate,
) {
  const { effectiveFrom, effectiveTo } = entry;
  return (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo);
}
