import { Type } from "typebox";

/** Shapes of the public register as they cross HTTP. */
const Nullable = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Day = Type.String({ description: "YYYY-MM-DD" });
const Moment = Type.String({ description: "RFC 3339, UTC" });

const SubjectSummarySchema = Type.Object({
  subjectId: Type.String(),
  uscc: Nullable(Type.String()),
  name: Type.String(),
  kind: Type.String(),
  matchedName: Nullable(Type.String()),
  reason: Type.String({
    description: "why it was found: code, exact, core, prefix, contains, pinyin, apart (parts not adjacent), similar",
  }),
  marks: Type.Array(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 }), {
    description: "parts of matchedName, or of name where that is null, that answered: first and behind-last position",
  }),
  publicRecords: Type.Integer({ description: "counted up to 1000" }),
});

export const RecordSummarySchema = Type.Object({
  recordId: Type.String(),
  item: Type.String(),
  edition: Type.Integer(),
  subjectName: Type.String(),
  uscc: Nullable(Type.String()),
  headline: Type.String(),
  documentNumber: Type.String(),
  authority: Type.String(),
  sourceBody: Type.String(),
  decisionDate: Day,
  severity: Nullable(Type.String()),
  firstPublicAt: Moment,
  publicUntil: Nullable(Day),
  validTo: Nullable(Day),
});

const ChangeSchema = Type.Object({
  version: Type.Integer(),
  at: Moment,
  cause: Type.String(),
  changedFields: Type.Array(Type.String()),
  ground: Nullable(Type.String({ description: "why, where people corrected it by hand" })),
});

export const RecordSchema = Type.Object({
  ...RecordSummarySchema.properties,
  subjectId: Type.String(),
  values: Type.Record(Type.String(), Type.Unknown()),
  maskedFields: Type.Array(Type.String()),
  version: Type.Integer(),
  changes: Type.Array(ChangeSchema),
  reportedAt: Moment,
  dueOn: Nullable(Day),
  dueMissing: Nullable(Type.String()),
  commitment: Type.String(),
});

/** A record at a moment in the past, for the public: content only where it is what is public today. */
export const PastRecordSchema = Type.Object({
  recordId: Type.String(),
  asOf: Moment,
  content: Type.Union([RecordSchema, Type.Null()]),
  changedSince: Type.Array(ChangeSchema),
});

/** A version with its content and provenance, for those with a right to it. */
export const VersionSchema = Type.Object({
  subjectId: Type.String(),
  recordId: Type.String(),
  version: Type.Integer(),
  item: Type.String(),
  edition: Type.Integer(),
  sourceBody: Type.String(),
  naturalKey: Type.String(),
  decisionDate: Day,
  documentNumber: Type.String(),
  knownFrom: Moment,
  recordedBy: Type.String(),
  cause: Type.String(),
  changedFields: Type.Array(Type.String()),
  reason: Nullable(Type.String()),
  ground: Nullable(Type.String({ description: "of a correction or withdrawal by hand: its ground" })),
  proceedingId: Nullable(Type.String({ description: "the proceeding by which two people made it" })),
  proposedBy: Nullable(Type.String()),
  commitment: Type.String(),
  batchId: Nullable(Type.String()),
  row: Type.Union([Type.Integer(), Type.Null()]),
  retired: Type.Boolean({ description: "the record left this subject with this version" }),
  linkedSubject: Nullable(Type.String({ description: "of a rehoming: where it went, or came from" })),
  payload: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
});

export const HistorySchema = Type.Object({
  recordId: Type.String(),
  asOf: Nullable(Moment),
  version: VersionSchema,
  history: Type.Array(VersionSchema),
});

export const SubjectSchema = Type.Object({
  subjectId: Type.String(),
  uscc: Nullable(Type.String()),
  name: Type.String(),
  kind: Type.String(),
  formerNames: Type.Array(Type.Object({ name: Type.String(), until: Nullable(Day) })),
  counts: Type.Record(Type.String(), Type.Integer()),
});

export const TimelinessSchema = Type.Object({
  figures: Type.Array(
    Type.Object({
      item: Type.String(),
      sourceBody: Type.String(),
      month: Type.String({ description: "month of the decision, YYYY-MM" }),
      onTime: Type.Integer({ description: "numerator: published within the term" }),
      due: Type.Integer({ description: "denominator: may lawfully be published, and public already or past the term" }),
      excluded: Type.Record(Type.String(), Type.Integer(), { description: "not counted, by reason" }),
    }),
  ),
});

const SegmentKindSchema = Type.Union(
  (["reporting", "filing", "review", "completing", "service", "telling"] as const).map((kind) => Type.Literal(kind)),
  {
    description:
      "reporting 决定后未报送, filing 平台入库, review 待归属判定, completing 待报送单位补充, service 未送达, telling 已送达未登记",
  },
);
const HolderSchema = Type.Union(
  (["department", "platform", "nobody"] as const).map((holder) => Type.Literal(holder)),
  { description: "who could have moved it on" },
);
const Days = {
  days: Type.Integer({ description: "calendar days; the day of the decision is none" }),
  workdays: Type.Union([Type.Integer(), Type.Null()], { description: "null where a calendar is missing" }),
  lateDays: Type.Integer({ description: "calendar days among them past the last day of the term" }),
};
const DaySegmentSchema = Type.Object({ kind: SegmentKindSchema, holder: HolderSchema, from: Day, to: Day, ...Days });
const TotalsSchema = Type.Object({
  department: Type.Object(Days),
  platform: Type.Object(Days),
  nobody: Type.Object(Days),
});

const StatementSchema = Type.Object({
  sequence: Type.Integer(),
  servedOn: Nullable(Day),
  document: Type.Union([Type.Integer(), Type.Null()], { description: "number of the attached paper that proves it" }),
  note: Nullable(Type.String()),
  statedBy: Type.String(),
  statedAt: Moment,
});

export const ClockSchema = Type.Object({
  recordId: Type.String(),
  item: Type.String(),
  sourceBody: Type.String(),
  decisionDate: Day,
  termWorkdays: Type.Union([Type.Integer(), Type.Null()], { description: "length of the term; null where none runs" }),
  dueOn: Nullable(Day),
  dueMissing: Nullable(Type.String()),
  dueIfServedToday: Nullable(Day),
  state: Type.Union(
    (["running", "paused", "public", "withdrawn", "not-published"] as const).map((state) => Type.Literal(state)),
  ),
  endedAt: Nullable(Moment),
  counted: Type.Boolean({ description: "whether it counts in the figure of timeliness" }),
  onTime: Type.Union([Type.Boolean(), Type.Null()]),
  excluded: Nullable(Type.String()),
  segments: Type.Array(
    Type.Object({ kind: SegmentKindSchema, holder: HolderSchema, from: Moment, to: Moment, ...Days }),
    { description: "without gap and overlap, from the decision to the end or to now" },
  ),
  totals: TotalsSchema,
  statements: Type.Array(StatementSchema, { description: "on service, for those with a right to them" }),
  rule: Type.Union([
    Type.Object({
      title: Type.Object({ zh: Type.String(), en: Type.String() }),
      note: Type.Object({ zh: Type.String(), en: Type.String() }),
      serviceDue: Nullable(Day),
      verified: Type.Boolean({ description: "somebody compared all its sources with the originals" }),
    }),
    Type.Null(),
  ]),
  allowed: Type.Array(Type.Literal("state-service"), { description: "what whoever asks may do" }),
});

export const ServiceStatementSchema = Type.Object(
  {
    servedOn: Type.Union([Type.String({ description: "送达日期 / day of service" }), Type.Null()], {
      description: "null: 尚未送达 / not served yet",
    }),
    document: Type.Optional(Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])),
    note: Type.Optional(Type.Union([Type.String({ maxLength: 500 }), Type.Null()])),
  },
  { additionalProperties: false },
);

export const ServiceRulesSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      service: Type.String(),
      title: Type.Object({ zh: Type.String(), en: Type.String() }),
      note: Type.Object({ zh: Type.String(), en: Type.String() }),
      items: Type.Array(Type.String(), { description: "items of the catalogue" }),
      pausesPublication: Type.Boolean({ description: "days until service do not count in the term" }),
      verified: Type.Boolean({ description: "somebody compared all its sources with the originals" }),
    }),
  ),
});

export const HeldRecordsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      recordId: Type.String(),
      item: Type.String(),
      sourceBody: Type.String(),
      subjectName: Nullable(Type.String()),
      documentNumber: Type.String(),
      decisionDate: Day,
      serviceDue: Nullable(Day),
      dueIfServedToday: Nullable(Day),
      pausedSince: Nullable(Day),
      statedAt: Moment,
      statedBy: Type.String(),
      note: Nullable(Type.String()),
      documents: Type.Integer(),
    }),
  ),
  next: Nullable(Type.String()),
});

export const TimelinessRowsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      recordId: Type.Union([Type.String(), Type.Null()], { description: "null where the record is not public today" }),
      place: Type.String({ description: "tells the decision from others of its day; leads to no record" }),
      item: Type.String(),
      sourceBody: Type.String(),
      decisionDate: Day,
      dueOn: Nullable(Day),
      publishedOn: Nullable(Day),
      counted: Type.Boolean(),
      onTime: Type.Union([Type.Boolean(), Type.Null()]),
      excluded: Nullable(Type.String()),
      segments: Type.Array(DaySegmentSchema, { description: "who held it when" }),
      totals: TotalsSchema,
    }),
  ),
  next: Nullable(Type.String()),
});

export const TimelinessDaysSchema = Type.Object({
  days: Type.Array(
    Type.Object({
      day: Day,
      decisions: Type.Integer({ description: "decisions of that day, or published on it" }),
      onTime: Type.Integer(),
      late: Type.Integer(),
      open: Type.Integer({ description: "not yet due, or held: in no figure yet" }),
    }),
  ),
});

const CountedDay = Type.Object({
  date: Day,
  kind: Type.String({ description: "workday, make-up, weekend or holiday" }),
  text: Type.Object({ zh: Type.String(), en: Type.String() }),
});

export const DeadlineSchema = Type.Object({
  from: Day,
  due: Day,
  workingDays: Type.Integer(),
  counted: Type.Array(CountedDay),
  skipped: Type.Array(CountedDay),
});

const Words = Type.Object({ zh: Type.String(), en: Type.String() });

/** A term with the way in which it was counted. */
export const TermSchema = Type.Object({
  deadline: Type.String(),
  title: Words,
  from: Day,
  workingDays: Type.Integer(),
  due: Nullable(Day),
  missing: Nullable(Type.String({ description: "the calendar file that is needed" })),
  counted: Type.Array(CountedDay),
  skipped: Type.Array(CountedDay),
  text: Words,
});

/** What would become of a row's publication. */
export const ForecastSchema = Type.Object({
  term: Type.Union([TermSchema, Type.Null()]),
  late: Type.Boolean({ description: "the last day of the term is over" }),
  hold: Nullable(Type.String()),
  severity: Nullable(Type.String()),
  proposal: Nullable(Type.String({ description: "severity that the rules propose" })),
  reason: Type.Union([Words, Type.Null()]),
  publicUntil: Nullable(Day),
});

const Total = Type.Object({
  value: Type.Integer(),
  relation: Type.Union([Type.Literal("eq"), Type.Literal("gte")]),
});

/** Answers to a search. */
export const SearchSchema = Type.Object({
  items: Type.Array(SubjectSummarySchema),
  records: Type.Array(RecordSummarySchema, { description: "records whose document number is the query" }),
  total: Total,
  next: Nullable(Type.String()),
  partial: Type.Boolean({ description: "the time for a search ran out; better answers may be missing" }),
});

/** A list with a cursor for its next page. */
export const page = <Schema extends ReturnType<typeof Type.Object>>(item: Schema) =>
  Type.Object({
    items: Type.Array(item),
    total: Total,
    next: Nullable(Type.String()),
  });
