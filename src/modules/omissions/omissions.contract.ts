import { Type, type TSchema } from "typebox";

const closed = { additionalProperties: false } as const;
const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Day = Type.String({ format: "date" });
const Moment = Type.String({ format: "date-time" });
const Month = Type.String({ description: "YYYY-MM" });
const Count = Type.Integer({ minimum: 0 });
const State = Type.Enum(["not-yet-asked", "open", "unexplained", "answered"]);
const Place = Type.Enum(["between", "leading", "attested"]);
const Verdict = Type.Enum(["proposed", "confirmed", "no-series"]);

const GapCounts = {
  notYetAsked: Type.Integer({ description: "neighbours' term of publication still runs" }),
  open: Type.Integer({ description: "asked, within the days for an answer" }),
  unexplained: Type.Integer({ description: "asked, and the days for an answer are over" }),
  answered: Type.Integer({ description: "a standard answer is in force" }),
};

const ComparedMonth = Type.Object({
  body: Type.String(),
  item: Type.String(),
  month: Month,
  onFile: Count,
  stated: orNull(Count),
  difference: orNull(Type.Integer({ description: "stated less on file" })),
  usual: orNull(Type.Number({ description: "median of the months before" })),
  drop: Type.Boolean({ description: "unusually few; a hint, from which nothing follows" }),
});

export const OverviewSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      body: Type.String(),
      confirmed: Count,
      proposed: Count,
      unfitting: Count,
      ...GapCounts,
      waiting: Count,
      answerBy: orNull(Day),
      month: Month,
      attested: Count,
      toAttest: Count,
      differing: Count,
      drops: Type.Array(ComparedMonth),
    }),
  ),
});

const Series = Type.Object({
  seriesId: Type.String(),
  body: Type.String(),
  item: Type.String(),
  form: Type.String({ description: "how its numbers are written, with places {year} and {n}" }),
  example: Type.String(),
  numbers: Count,
  density: Type.Number(),
  confidence: Type.Enum(["high", "medium", "low"]),
  years: Type.Array(
    Type.Object({
      year: Type.Integer({ description: "0: a series that never begins anew" }),
      blocks: Type.Array(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 })),
      numbers: Count,
      firstOn: Day,
      lastOn: Day,
    }),
  ),
  proposedAt: Moment,
  verdict: Verdict,
  ...GapCounts,
});

export const SeriesListSchema = Type.Object({ items: Type.Array(Series) });

export const ProposalSchema = Type.Object({
  proceedingId: Type.String(),
  procedure: Type.String(),
  body: orNull(Type.String()),
  state: Type.String(),
  openedBy: Type.String(),
  openedAt: Moment,
  endedAt: orNull(Moment),
  words: Type.String(),
  item: orNull(Type.String()),
  seriesId: orNull(Type.String()),
  example: orNull(Type.String()),
  answer: orNull(
    Type.Object({ year: Type.Integer(), from: Type.Integer(), to: Type.Integer(), answer: Type.String() }),
  ),
  count: orNull(Type.Object({ month: Month, decisions: Count, highest: Type.Array(Type.String()) })),
  allowed: Type.Array(Type.String()),
});

export const ProposalsSchema = Type.Object({ items: Type.Array(ProposalSchema), next: orNull(Type.String()) });

export const SeriesSchema = Type.Object({
  series: Series,
  gaps: Type.Array(
    Type.Object({
      year: Type.Integer(),
      from: Type.Integer(),
      to: Type.Integer(),
      fromText: Type.String(),
      toText: Type.String(),
      place: Place,
      state: State,
      month: Month,
      dueOn: orNull(Day),
      dueMissing: orNull(Type.String({ description: "the calendar file that is missing" })),
      answerBy: orNull(Day),
      answer: orNull(Type.String()),
      answerId: orNull(Type.String()),
      askAgainOn: orNull(Day),
      waits: orNull(Type.String({ description: "the proposal that waits for a reviewer" })),
    }),
  ),
  omitted: Type.Integer({ minimum: 0, description: "further gaps, older than those listed" }),
  answersCut: Type.Boolean({ description: "older answers are not listed" }),
  answers: Type.Array(
    Type.Object({
      answerId: Type.String(),
      year: Type.Integer(),
      from: Type.Integer(),
      to: Type.Integer(),
      answer: orNull(Type.String()),
      words: Type.String(),
      at: Moment,
      review: Type.Boolean(),
      askAgainOn: orNull(Day),
      undoes: orNull(Type.String()),
      undoneAt: orNull(Moment),
    }),
  ),
  waiting: Type.Array(ProposalSchema),
  allowed: Type.Array(Type.String({ description: "confirm, set-aside, answer" })),
});

export const AnswersSchema = Type.Object({
  edition: Type.String(),
  items: Type.Array(
    Type.Object({
      answer: Type.String(),
      title: Words,
      meaning: Words,
      review: Type.Boolean(),
      askAgainAfterDays: orNull(Type.Integer()),
      wordsNeeded: Type.Boolean(),
      basis: Type.Object({
        title: Type.String(),
        locator: Type.Optional(Type.String()),
        number: Type.Optional(Type.String()),
        verified: Type.Boolean(),
        note: Type.Optional(Type.String()),
      }),
    }),
  ),
});

export const UnfittingSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      body: Type.String(),
      item: Type.String(),
      scannedAt: Moment,
      unfitting: Type.Record(Type.String(), Type.Integer()),
      samples: Type.Array(Type.Object({ documentNumber: Type.String(), why: Type.String() })),
    }),
  ),
});

export const MonthsSchema = Type.Object({ items: Type.Array(ComparedMonth) });

export const JudgedSchema = Type.Object({ verdict: Verdict, proposal: orNull(ProposalSchema) });
export const AnsweredSchema = Type.Object({ answerId: orNull(Type.String()), proposal: orNull(ProposalSchema) });

const Reason = Type.String({ maxLength: 500 });

export const JudgeSeriesSchema = Type.Object(
  { verdict: Type.Enum(["confirmed", "no-series"]), words: Type.String({ minLength: 2, maxLength: 500 }) },
  closed,
);

const Running = Type.Integer({ minimum: 0, maximum: 999_999_999 });

export const GiveAnswerSchema = Type.Object(
  {
    year: Type.Integer({ minimum: 0, maximum: 9999 }),
    from: Running,
    to: Running,
    answer: Type.String({ minLength: 1, maxLength: 60 }),
    words: Type.Optional(Reason),
  },
  closed,
);

export const ReasonSchema = Type.Object({ reason: Type.String({ minLength: 2, maxLength: 500 }) }, closed);

export const StateCountSchema = Type.Object(
  {
    item: Type.String({ minLength: 1, maxLength: 60 }),
    month: Type.String({ pattern: "^\\d{4}-\\d{2}$" }),
    decisions: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
    highest: Type.Array(Type.String({ maxLength: 128 }), { maxItems: 50 }),
    words: Type.Optional(Reason),
  },
  closed,
);

export const PublicCountsSchema = Type.Object({
  figures: Type.Array(
    Type.Object({
      item: Type.String(),
      sourceBody: Type.String(),
      month: Month,
      answered: Count,
      open: Count,
      unexplained: Count,
    }),
  ),
});
