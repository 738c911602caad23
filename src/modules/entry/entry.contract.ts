import { Type } from "typebox";
import { EntryFormSchema } from "../catalogue/catalogue.contract.ts";
import { ForecastSchema, TermSchema, VersionSchema } from "../publish/publish.contract.ts";

/** Shapes of work on single records as they cross HTTP. */
const Nullable = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Day = Type.String({ description: "YYYY-MM-DD" });
const Moment = Type.String({ description: "RFC 3339, UTC" });
const STRICT = { additionalProperties: false };

/** No field is longer than this; what is longer the judge would refuse. */
const LONGEST_CELL = 20_000;
const MOST_CELLS = 200;
const Cells = Type.Record(
  Type.String({ pattern: "^[A-Za-z][A-Za-z0-9]{0,79}$" }),
  Type.String({ maxLength: LONGEST_CELL }),
  {
    description: "field key to text, as a department writes it",
    maxProperties: MOST_CELLS,
  },
);
const Kind = Type.Union([Type.Literal("correction"), Type.Literal("withdrawal")]);
const Reason = Type.String({ minLength: 2, maxLength: 500 });

export const TrialBody = Type.Object({ cells: Cells }, STRICT);

const FindingSchema = Type.Object({
  field: Nullable(Type.String()),
  value: Type.String({ description: "as written, shortened, personal numbers masked" }),
  code: Type.String(),
  severity: Type.Union([
    Type.Literal("error"),
    Type.Literal("review"),
    Type.Literal("warning"),
    Type.Literal("change"),
  ]),
  message: Words,
  remedy: Words,
  proposals: Type.Array(Type.String(), { description: "what the value may have meant, likeliest first" }),
});

const ReadCells = Type.Record(Type.String(), Type.String(), {
  description: "field key to text as it would be kept; identity numbers masked",
});

/** What would become of a row if it were handed in now. Nothing of it is kept. */
export const TrialSchema = Type.Object({
  ok: Type.Boolean({ description: "no error: the row would go in" }),
  findings: Type.Array(FindingSchema),
  read: Type.Union([ReadCells, Type.Null()]),
  outcome: Type.Union([
    Type.Literal("new"),
    Type.Literal("changed"),
    Type.Literal("duplicate"),
    Type.Literal("waiting"),
    Type.Null(),
  ]),
  record: Nullable(Type.String({ description: "your body's record of this document, if there is one" })),
  changedFields: Type.Array(Type.String()),
  subject: Type.Union([
    Type.Object({
      kind: Type.Union([Type.Literal("known"), Type.Literal("new"), Type.Literal("unsure"), Type.Literal("person")]),
      name: Nullable(Type.String()),
    }),
    Type.Null(),
  ]),
  publication: Type.Union([ForecastSchema, Type.Null()]),
});

export const CorrectionTrialBody = Type.Object({ cells: Cells }, STRICT);

/** What a correction would make of a record. */
export const CorrectionTrialSchema = Type.Object({
  ok: Type.Boolean({ description: "could be proposed as it is" }),
  findings: Type.Array(FindingSchema),
  changedFields: Type.Array(Type.String()),
  newKey: Type.Boolean({ description: "a field of the natural key changes; the record stays the same record" }),
  takenBy: Nullable(Type.String({ description: "another record that has this key already" })),
  otherParty: Type.Boolean({ description: "would no longer certainly be the same party's" }),
  publication: Type.Union([ForecastSchema, Type.Null()]),
});

const ChangedOn = Type.Optional(
  Type.String({
    description:
      "决定被变更、撤销、确认违法或无效的日期，法定期限自此起算 / day on which the decision was changed, revoked, found unlawful or void",
  }),
);

export const CorrectionBody = Type.Object(
  {
    cells: Cells,
    baseVersion: Type.Integer({ minimum: 1, description: "the version that was looked at" }),
    ground: Type.String({ maxLength: 60 }),
    reason: Reason,
    changedOn: ChangedOn,
  },
  STRICT,
);

export const WithdrawalBody = Type.Object(
  {
    ground: Type.String({ maxLength: 60 }),
    reason: Type.String({ minLength: 2, maxLength: 500, description: "becomes public with the withdrawal" }),
    changedOn: ChangedOn,
  },
  STRICT,
);

export const DecisionBody = Type.Object({ reason: Reason }, STRICT);

const AMENDMENT = {
  proceedingId: Type.String(),
  kind: Kind,
  recordId: Type.String(),
  subjectId: Type.String(),
  item: Type.String(),
  edition: Type.Integer(),
  sourceBody: Type.String(),
  documentNumber: Type.String(),
  subjectName: Type.String(),
  ground: Type.String(),
  groundTitle: Words,
  reason: Type.String(),
  changedOn: Nullable(Day),
  dueOn: Nullable(Day),
  dueMissing: Nullable(Type.String()),
  changedFields: Type.Array(Type.String()),
  baseVersion: Type.Integer(),
  state: Type.String({ description: "proposed, approved, refused, taken-back" }),
  openedBy: Type.String(),
  openedAt: Moment,
  endedAt: Nullable(Moment),
  decidedBy: Nullable(Type.String()),
  allowed: Type.Array(Type.String(), { description: "acts that you may take now" }),
};

export const AmendmentSchema = Type.Object(AMENDMENT);

const People = Type.Record(Type.String(), Type.String(), {
  description: "names of the people whose ids the answer holds; keys of programs have none",
});

export const AmendmentListSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      ...AMENDMENT,
      openedByName: Nullable(Type.String({ description: "null for the key of a program" })),
    }),
  ),
  next: Nullable(Type.String()),
});

export const AmendmentCountsSchema = Type.Object({
  waiting: Type.Integer({ description: "proposed and not decided" }),
  byOthers: Type.Integer({ description: "of these, proposed by somebody else" }),
  overdue: Type.Integer({ description: "the statutory term is over" }),
  dueToday: Type.Integer(),
});

/** One proposal with the difference that it makes and everything that happened. */
export const AmendmentDetailSchema = Type.Object({
  ...AMENDMENT,
  people: People,
  stale: Type.Boolean({ description: "the record has a newer version; it can no longer be approved" }),
  changes: Type.Array(
    Type.Object({
      field: Type.String(),
      title: Words,
      before: Type.Union([Words, Type.Null()]),
      after: Type.Union([Words, Type.Null()]),
    }),
  ),
  newKey: Type.Boolean(),
  term: Type.Union([TermSchema, Type.Null()]),
  publication: Type.Union([ForecastSchema, Type.Null()], { description: "after a correction" }),
  events: Type.Array(
    Type.Object({
      sequence: Type.Integer(),
      at: Moment,
      actor: Type.String(),
      act: Type.String(),
      toState: Type.String(),
      reason: Type.String(),
    }),
  ),
});

const FILED = {
  recordId: Type.String(),
  subjectId: Type.String(),
  subjectName: Type.String(),
  item: Type.String(),
  edition: Type.Integer(),
  sourceBody: Type.String(),
  documentNumber: Type.String(),
  decisionDate: Day,
  state: Type.String({ description: "active, withdrawn" }),
  version: Type.Integer(),
  hold: Nullable(Type.String({ description: "why it is not public" })),
  dueOn: Nullable(Day),
  publicUntil: Nullable(Day),
  firstPublicAt: Nullable(Moment),
  waiting: Nullable(Type.String({ description: "the proposal that waits about it" })),
};

export const FiledRecordListSchema = Type.Object({
  items: Type.Array(Type.Object(FILED)),
  next: Nullable(Type.String()),
});

const GroundSchema = Type.Object({
  ground: Type.String(),
  title: Words,
  help: Words,
  kinds: Type.Array(Kind),
  clock: Type.Boolean({ description: "a statutory term runs from the day of the change, which must be given" }),
});

/** One record as its body works on it. */
export const FiledRecordSchema = Type.Object({
  ...FILED,
  uscc: Nullable(Type.String()),
  form: EntryFormSchema,
  cells: ReadCells,
  versions: Type.Array(VersionSchema),
  people: People,
  publication: Type.Union([
    Type.Object({
      dueOn: Nullable(Day),
      hold: Nullable(Type.String()),
      severity: Nullable(Type.String()),
      publicFrom: Nullable(Day),
      publicUntil: Nullable(Day),
      firstPublicAt: Nullable(Moment),
      reportedAt: Moment,
    }),
    Type.Null(),
  ]),
  term: Type.Union([TermSchema, Type.Null()]),
  grounds: Type.Array(GroundSchema),
  allowed: Type.Array(Type.String(), { description: "correct, withdraw" }),
});
