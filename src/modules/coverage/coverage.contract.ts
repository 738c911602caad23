import { Type } from "typebox";
import { CELL_STATES, SAMPLE_OUTCOMES } from "./coverage.rules.ts";

const closed = { additionalProperties: false };
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Nullable = Type.Union([Type.String(), Type.Null()]);
const Day = Type.String({ description: "YYYY-MM-DD" });
const Moment = Type.String({ format: "date-time" });
const Code = Type.String({ minLength: 1, maxLength: 100 });
const Reason = Type.String({ minLength: 2, maxLength: 500 });
const Free = Type.String({ maxLength: 500 });

export const ZeroReportSchema = Type.Object({
  zeroReportId: Type.String(),
  item: Type.String(),
  body: Type.String(),
  period: Type.String({ description: "YYYY-MM or YYYY-Qn" }),
  sequence: Type.Integer(),
  act: Type.Union([Type.Literal("reported"), Type.Literal("taken-back")]),
  reason: Nullable,
  words: Type.String(),
  statedBy: Type.String(),
  statedAt: Moment,
});

export const ZeroReportListSchema = Type.Object({ items: Type.Array(ZeroReportSchema), next: Nullable });

export const ReportZeroBody = Type.Object(
  {
    item: Code,
    body: Type.Optional(Code),
    period: Type.String({ maxLength: 7, description: "YYYY-MM or YYYY-Qn" }),
    reason: Type.String({ maxLength: 60, description: "standard answer of /coverage/answers" }),
    words: Type.Optional(Free),
  },
  closed,
);

export const ReasonBody = Type.Object({ reason: Reason }, closed);

const Answer = Type.Object({
  answer: Type.String(),
  title: Words,
  items: Type.Union([Type.Array(Type.String()), Type.Null()]),
  wordsNeeded: Type.Boolean(),
  citations: Type.Array(
    Type.Object({ title: Type.String(), locator: Type.Optional(Type.String()), verified: Type.Boolean() }),
  ),
});

export const AnswersSchema = Type.Object({ zeroReport: Type.Array(Answer), notReported: Type.Array(Answer) });

const CellSchema = Type.Object({
  item: Type.String(),
  body: Type.String(),
  period: Type.String(),
  first: Day,
  last: Day,
  duty: Type.String(),
  dueOn: Day,
  state: Type.Enum([...CELL_STATES]),
  count: Type.Integer({ description: "decisions of the period on file" }),
  zeroReport: Type.Union([ZeroReportSchema, Type.Null()]),
});

export const CoverageSchema = Type.Object({
  from: Type.String(),
  to: Type.String(),
  cells: Type.Array(CellSchema),
  totals: Type.Object({
    owed: Type.Integer(),
    reported: Type.Integer(),
    zero: Type.Integer(),
    contradicted: Type.Integer(),
    "not-yet-due": Type.Integer(),
    missing: Type.Integer(),
    decisions: Type.Integer(),
  }),
});

export const FiledDecisionsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      recordId: Type.String(),
      documentNumber: Type.String(),
      decisionDate: Day,
      reportedAt: Moment,
      firstPublicAt: Type.Union([Moment, Type.Null()]),
      hold: Nullable,
    }),
  ),
  next: Nullable,
});

const LineSchema = Type.Object({
  item: Type.String(),
  produced: Type.Integer(),
  ownSite: Type.Integer(),
  reported: Type.Integer({ description: "on file when the table was made, counted by the platform" }),
  basis: Nullable,
  basisWords: Nullable,
});

const TABLE = {
  tableId: Type.String(),
  body: Type.String(),
  month: Type.String({ description: "YYYY-MM" }),
  version: Type.Integer(),
  address: Nullable,
  publishedOn: Nullable,
  madeBy: Type.String(),
  madeAt: Moment,
  proceedingId: Type.String(),
  state: Type.String({ description: "submitted, signed, returned, taken-back" }),
  decidedBy: Nullable,
  lines: Type.Array(LineSchema),
};

export const MonthlyTableSchema = Type.Object(TABLE);

const STANDING = {
  body: Type.String(),
  month: Type.String(),
  dueOn: Day,
  filed: Type.Array(Type.Object({ item: Type.String(), count: Type.Integer() })),
};

export const MonthlyListSchema = Type.Object({
  items: Type.Array(Type.Object({ ...STANDING, table: Type.Union([MonthlyTableSchema, Type.Null()]) })),
});

export const MonthlyHistorySchema = Type.Object({
  ...STANDING,
  mayMake: Type.Boolean({ description: "whether this person may make a version now" }),
  versions: Type.Array(
    Type.Object({
      ...TABLE,
      allowed: Type.Array(Type.String()),
      events: Type.Array(
        Type.Object({
          sequence: Type.Integer(),
          at: Moment,
          actor: Type.String(),
          act: Type.String(),
          fromState: Nullable,
          toState: Type.String(),
          reason: Type.String(),
        }),
      ),
    }),
  ),
});

const Count = Type.Integer({ minimum: 0, maximum: 10_000_000 });

export const MakeTableBody = Type.Object(
  {
    body: Type.Optional(Code),
    month: Type.String({ maxLength: 7, description: "YYYY-MM" }),
    address: Type.Union([Type.String({ maxLength: 500, pattern: "^https?://\\S+$" }), Type.Null()]),
    publishedOn: Type.Union([Type.String({ description: "YYYY-MM-DD" }), Type.Null()]),
    lines: Type.Array(
      Type.Object(
        {
          item: Code,
          produced: Count,
          ownSite: Count,
          basis: Type.Union([Code, Type.Null()]),
          basisWords: Type.Union([Free, Type.Null()]),
        },
        closed,
      ),
      { minItems: 1, maxItems: 20 },
    ),
    reason: Type.Optional(Free),
  },
  closed,
);

const RateSchema = Type.Object({ numerator: Type.Integer(), denominator: Type.Integer() });

const SAMPLE = {
  sampleId: Type.String(),
  item: Type.String(),
  body: Type.String(),
  from: Day,
  to: Day,
  seed: Type.String(),
  frameSize: Type.Integer(),
  frameHash: Type.String(),
  size: Type.Integer(),
  drawnBy: Type.String(),
  drawnAt: Moment,
  outcomes: Type.Object({ right: Type.Integer(), wrong: Type.Integer(), "no-document": Type.Integer() }),
  misreport: Type.Object(RateSchema.properties, { description: "错报率 rows that differ ÷ rows compared" }),
};

export const SampleSchema = Type.Object(SAMPLE);
export const SampleListSchema = Type.Object({ items: Type.Array(SampleSchema), next: Nullable });

export const SampleRowsSchema = Type.Object({
  ...SAMPLE,
  rows: Type.Array(
    Type.Object({
      place: Type.Integer(),
      recordId: Type.String(),
      version: Type.Integer(),
      documentNumber: Type.String(),
      decisionDate: Day,
      checks: Type.Array(
        Type.Object({
          sequence: Type.Integer(),
          outcome: Type.Enum([...SAMPLE_OUTCOMES]),
          fields: Type.Array(Type.String()),
          checkedAgainst: Type.String(),
          words: Type.String(),
          checkedBy: Type.String(),
          checkedAt: Type.String(),
        }),
      ),
    }),
  ),
});

export const FrameSchema = Type.Object({
  algorithm: Words,
  seed: Type.String(),
  frameHash: Type.String(),
  size: Type.Integer(),
  frame: Type.Array(Type.String()),
});

export const DrawBody = Type.Object(
  {
    item: Code,
    body: Code,
    from: Type.String({ maxLength: 7, description: "YYYY-MM" }),
    to: Type.String({ maxLength: 7, description: "YYYY-MM" }),
    size: Type.Integer({ minimum: 1, maximum: 500 }),
    seed: Type.Optional(Type.String({ minLength: 8, maxLength: 128, pattern: "^[!-~]+$" })),
  },
  closed,
);

export const CheckBody = Type.Object(
  {
    outcome: Type.Enum([...SAMPLE_OUTCOMES]),
    fields: Type.Array(Code, { maxItems: 100 }),
    checkedAgainst: Type.String({ minLength: 2, maxLength: 500 }),
    words: Type.Optional(Free),
  },
  closed,
);
