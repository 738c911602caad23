import { Type, type TProperties, type TSchema } from "typebox";
import type { CrossFieldRule, FieldRole, FieldType, IdentifierScheme } from "./catalogue-item.ts";

/**
 * JSON Schemas (2020-12) of the files under data/catalogue and data/codes. The loader checks with them; the
 * `*.schema.json` files beside the data are printed from them for editors and for people who write a catalogue item.
 */

const DRAFT = "https://json-schema.org/draft/2020-12/schema";

const closed = (properties: TProperties, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });
const oneOf = <const Values extends readonly string[]>(values: Values) => Type.Enum([...values]);
const words = () => Type.Array(Type.String({ minLength: 1 }));
const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);

const KEY = Type.String({ pattern: "^[a-z][a-zA-Z0-9]*$", description: "camelCase key of a field" });
const CODE = Type.String({ pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", description: "kebab-case code" });
const DATE = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "YYYY-MM-DD" });
const TEXT = closed({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const DISCLOSURE = oneOf(["public", "government", "restricted"]);
const SUBJECT_KIND = oneOf(["organization", "sole_trader", "public_body", "person"]);

const CITATION = closed({
  title: Type.String({ minLength: 1 }),
  locator: Type.Optional(Type.String()),
  number: Type.Optional(Type.String()),
  verified: Type.Boolean({ description: "somebody compared the entry with the original" }),
  note: Type.Optional(Type.String()),
});

const CONDITION = closed({
  field: KEY,
  in: Type.Optional(words()),
  notIn: Type.Optional(words()),
  present: Type.Optional(Type.Boolean()),
});

// The keys of a registry are the closed union as a list; a new member of the union does not compile without its line.
const ROLES = {
  "subject-name": 1,
  "subject-category": 1,
  "name-valid-from": 1,
  "subject-identifier": 1,
  "legal-representative": 1,
  "person-identity": 1,
  "decision-date": 1,
  "document-number": 1,
  "valid-from": 1,
  "valid-to": 1,
  "authority-name": 1,
  "authority-code": 1,
  "source-name": 1,
  "source-code": 1,
  headline: 1,
  severity: 1,
  "penalty-kinds": 1,
  procedure: 1,
  "publicity-end": 1,
  status: 1,
} satisfies Record<FieldRole, 1>;
const SCHEMES = {
  uscc: 1,
  "organisation-code": 1,
  "registration-number": 1,
  "tax-number": 1,
  "institution-certificate": 1,
  "social-organisation-certificate": 1,
} satisfies Record<IdentifierScheme, 1>;

const FIELD_BASE = {
  key: KEY,
  title: TEXT,
  help: TEXT,
  group: Type.String(),
  role: Type.Optional(oneOf(Object.keys(ROLES))),
  required: Type.Union([Type.Boolean(), CONDITION]),
  forbidden: Type.Optional(CONDITION),
  disclosure: DISCLOSURE,
  aliases: words(),
  citation: Type.Optional(CITATION),
  verified: Type.Boolean(),
  standard: Type.Boolean({ description: "false for platform fields beside the standard's own" }),
};

const OWN_PROPERTIES = {
  text: {
    maxLength: Type.Integer({ minimum: 1, maximum: 20_000 }),
    multiline: Type.Boolean(),
  },
  identifier: { scheme: oneOf(Object.keys(SCHEMES)), placeholders: words() },
  "identity-number": { documentTypeField: orNull(KEY), maxLength: Type.Integer({ minimum: 1, maximum: 200 }) },
  date: { longTerm: Type.Boolean() },
  choice: { codes: CODE },
  choices: { codes: CODE, separators: Type.String({ minLength: 1 }), looseSeparators: Type.String() },
  money: {
    unit: oneOf(["yuan", "ten-thousand-yuan"]),
    decimals: Type.Integer({ minimum: 0, maximum: 6 }),
    positive: Type.Boolean(),
  },
} satisfies Record<FieldType, TProperties>;

/** One schema per field type, so that a fault is told against the type that the field names. */
export const FIELD_SCHEMAS: ReadonlyMap<string, TSchema> = new Map(
  Object.entries(OWN_PROPERTIES).map(([type, own]) => [
    type,
    closed({ ...FIELD_BASE, type: Type.Literal(type), ...own }),
  ]),
);

const CHECKS = {
  "not-after-today": {},
  "not-before": { other: KEY },
  "contains-all": { parts: words() },
  "bracketed-year": {},
  "names-article": {},
  absent: {},
  "code-starts-with": { prefixes: words() },
  "code-not-starts-with": { prefixes: words() },
} satisfies Record<CrossFieldRule["check"]["kind"], TProperties>;

const RULE = closed({
  code: CODE,
  severity: oneOf(["error", "warning"]),
  field: KEY,
  check: Type.Union(Object.entries(CHECKS).map(([kind, own]) => closed({ kind: Type.Literal(kind), ...own }))),
  when: Type.Optional(CONDITION),
  message: TEXT,
  remedy: TEXT,
  citation: Type.Optional(CITATION),
});

const PROFILE = closed({
  profile: CODE,
  title: TEXT,
  body: orNull(CODE),
  itemHeaders: Type.Optional(Type.Boolean()),
  columns: Type.Record(Type.String(), KEY),
  ignored: words(),
  constants: Type.Record(Type.String(), Type.String({ minLength: 1 })),
  derivations: Type.Record(
    Type.String(),
    Type.Union([
      closed({ kind: Type.Literal("copy"), from: KEY }),
      closed({ kind: Type.Literal("category-by-code"), from: KEY }),
    ]),
  ),
  waived: Type.Record(Type.String(), TEXT),
  codes: Type.Optional(Type.Record(KEY, CODE)),
  gates: Type.Optional(
    Type.Array(closed({ code: CODE, headers: words(), codes: CODE, passes: words(), message: TEXT, remedy: TEXT })),
  ),
  recognisedBy: Type.Optional(words()),
  verified: Type.Boolean(),
  citation: Type.Optional(CITATION),
});

const ITEM_PROPERTIES = (field: TSchema) => ({
  $schema: Type.Optional(Type.String()),
  item: CODE,
  edition: Type.Integer({ minimum: 1 }),
  title: TEXT,
  description: TEXT,
  effectiveFrom: DATE,
  effectiveTo: orNull(DATE),
  category: oneOf(["basic", "administrative", "honest", "seriously-dishonest", "other"]),
  nature: oneOf(["positive", "neutral", "negative"]),
  disclosure: DISCLOSURE,
  subjectKinds: Type.Array(SUBJECT_KIND, { minItems: 1 }),
  namesSubject: Type.Boolean(),
  legalBasis: Type.Array(CITATION),
  purpose: TEXT,
  necessity: TEXT,
  retention: closed({ years: orNull(Type.Integer({ minimum: 1 })), citation: CITATION }),
  publicity: closed({ deadline: orNull(CODE), window: orNull(CODE), severity: orNull(CODE) }),
  groups: Type.Array(closed({ key: KEY, title: TEXT }), { minItems: 1 }),
  fields: Type.Array(field, { minItems: 1 }),
  naturalKey: Type.Array(Type.Union([KEY, Type.Array(KEY, { minItems: 1 })]), { minItems: 1 }),
  rules: Type.Array(RULE),
  profiles: Type.Array(PROFILE),
  samples: Type.Array(
    closed({
      name: Type.String({ minLength: 1 }),
      cells: Type.Record(Type.String(), Type.String()),
      findings: Type.Array(Type.String()),
    }),
  ),
});

/** An item whose fields are checked one by one with `FIELD_SCHEMAS`. */
export const ITEM_FRAME_SCHEMA = closed(ITEM_PROPERTIES(Type.Object({ type: oneOf(Object.keys(OWN_PROPERTIES)) })));

export const CODES_SCHEMA = closed({
  $schema: Type.Optional(Type.String()),
  list: CODE,
  title: TEXT,
  citation: CITATION,
  values: Type.Array(
    closed({
      value: Type.String({ minLength: 1 }),
      label: TEXT,
      aliases: words(),
      openEnded: Type.Boolean(),
      explanationOptional: Type.Optional(Type.Boolean()),
      subjectKind: Type.Optional(SUBJECT_KIND),
      codePrefixes: Type.Optional(Type.Array(Type.String())),
      checkedAs: Type.Optional(oneOf(["citizen-id"])),
      standsFor: Type.Optional(Type.String({ minLength: 1 })),
      validFrom: orNull(DATE),
      validTo: orNull(DATE),
    }),
    { minItems: 1 },
  ),
});

export const EMPTY_WORDS_SCHEMA = closed({ $schema: Type.Optional(Type.String()), title: TEXT, words: words() });

export const BODIES_SCHEMA = closed({
  $schema: Type.Optional(Type.String()),
  title: TEXT,
  bodies: Type.Array(
    closed({
      body: CODE,
      name: TEXT,
      aliases: words(),
      uscc: orNull(Type.String({ pattern: "^[0-9A-HJ-NPQRTUWXY]{18}$" })),
      division: Type.String({ pattern: "^\\d{6}$" }),
      validFrom: orNull(DATE),
      validTo: orNull(DATE),
      successor: orNull(CODE),
      creditOffice: Type.Optional(Type.Literal(true)),
      verified: Type.Boolean(),
      note: Type.Optional(Type.String()),
    }),
    { minItems: 1 },
  ),
});

export const DUTIES_SCHEMA = closed({
  $schema: Type.Optional(Type.String()),
  title: TEXT,
  duties: Type.Array(
    closed({
      duty: CODE,
      title: TEXT,
      item: CODE,
      period: oneOf(["month", "quarter"]),
      bodies: Type.Array(CODE, { minItems: 1 }),
      effectiveFrom: DATE,
      effectiveTo: orNull(DATE),
      due: closed({
        monthsAfter: Type.Integer({ minimum: 0, maximum: 12, description: "months after the period's last one" }),
        day: Type.Integer({
          minimum: 1,
          maximum: 28,
          description: "day of that month, the last on which it is in time",
        }),
      }),
      monthlyTable: Type.Boolean({ description: "the item is a line of the body's monthly table of double publicity" }),
      citations: Type.Array(CITATION, { minItems: 1 }),
    }),
  ),
});

/** The `*.schema.json` files as they must stand under data/, by path. */
export function catalogueSchemaFiles(): Readonly<Record<string, object>> {
  const withHead = (title: string, schema: object): object => ({ $schema: DRAFT, title, ...schema });
  const item = closed(ITEM_PROPERTIES(Type.Union([...FIELD_SCHEMAS.values()])));
  return {
    "catalogue/catalogue-item.schema.json": withHead("A catalogue item: one kind of record", item),
    "catalogue/bodies.schema.json": withHead("Bodies of government and other sources", BODIES_SCHEMA),
    "catalogue/duties.schema.json": withHead("Duties: which body owes which item how often", DUTIES_SCHEMA),
    "codes/codes.schema.json": withHead("A code list", CODES_SCHEMA),
    "codes/empty-words.schema.json": withHead("Words that mean that a cell is empty", EMPTY_WORDS_SCHEMA),
  };
}
