import { Type } from "typebox";

/** Shapes of reviews and judgements as they cross HTTP. */
const Nullable = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Counts = Type.Record(Type.String(), Type.Integer());
const Reason = Type.String({ minLength: 2, maxLength: 500, description: "判定理由 / why it is judged so" });

const ReviewSummarySchema = Type.Object({
  key: Type.String({ description: "待核行编号 / key of the waiting row" }),
  item: Type.String(),
  edition: Type.Integer(),
  reason: Type.String({ description: "待核原因 / why it waits" }),
  sourceBody: Type.String(),
  batchId: Type.String(),
  row: Type.Integer(),
  receivedAt: Type.String(),
  subjectId: Nullable(Type.String({ description: "代码所指的主体 / the subject that its code leads to" })),
});

export const ReviewListSchema = Type.Object({
  items: Type.Array(ReviewSummarySchema),
  next: Nullable(Type.String()),
});

export const ReviewSchema = Type.Object({
  ...ReviewSummarySchema.properties,
  claim: Type.Object({
    uscc: Nullable(Type.String()),
    identifiers: Type.Array(Type.Object({ scheme: Type.String(), value: Type.String() })),
    name: Type.String(),
    decisionDate: Type.String(),
    documentNumber: Type.String(),
  }),
  values: Type.Record(Type.String(), Type.Unknown(), { description: "证件号码已遮盖 / identity numbers are masked" }),
});

export const CandidatesSchema = Type.Object({
  version: Type.Integer({ description: "评分规则版本 / version of data/rules/matching.json" }),
  items: Type.Array(
    Type.Object({
      subjectId: Type.String(),
      uscc: Nullable(Type.String()),
      name: Type.String(),
      score: Type.Integer({ description: "0–100，仅供排序 / 0 to 100, for the order only" }),
      evidence: Type.Array(
        Type.Object({ reason: Type.String(), points: Type.Integer(), detail: Type.String(), words: Words }),
      ),
    }),
  ),
});

export const JudgementSchema = Type.Object({
  judgementId: Type.String(),
  kind: Type.String({ description: "attach, not-same, new-subject, merge, split, undo" }),
  naturalKey: Nullable(Type.String()),
  claim: Nullable(Type.String()),
  subjectId: Nullable(Type.String()),
  otherSubject: Nullable(Type.String()),
  decidedBy: Type.String(),
  reason: Type.String(),
  at: Type.String(),
  undoes: Nullable(Type.String()),
  undoneBy: Nullable(Type.String()),
  detail: Type.Object({
    records: Type.Optional(Type.Array(Type.String())),
    identifiers: Type.Optional(Type.Array(Type.Array(Type.String()))),
    names: Type.Optional(Type.Array(Type.Array(Type.String()))),
    redirects: Type.Optional(Type.Array(Type.String())),
    counts: Type.Optional(Counts),
    items: Type.Optional(Counts),
  }),
});

export const JudgementListSchema = Type.Object({ items: Type.Array(JudgementSchema), next: Nullable(Type.String()) });

/** A merge or split before or after it is carried out. */
export const MoveSchema = Type.Object({
  preview: Type.Boolean({ description: "true：仅预览，未执行 / only shown, nothing was done" }),
  judgement: JudgementSchema,
});

export const DecisionBody = Type.Object(
  {
    kind: Type.Union([Type.Literal("attach"), Type.Literal("not-same"), Type.Literal("new-subject")]),
    subject: Type.Optional(
      Type.String({ maxLength: 64, description: "信用代码或主体编号 / credit code or subject id" }),
    ),
    reason: Reason,
  },
  { additionalProperties: false },
);

export const SplitBody = Type.Object(
  {
    to: Type.Optional(
      Type.String({ maxLength: 64, description: "接收主体，空为新主体 / receiver; a new subject where absent" }),
    ),
    records: Type.Optional(Type.Array(Type.String(), { maxItems: 10_000 })),
    names: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
    identifiers: Type.Optional(
      Type.Array(Type.Object({ scheme: Type.String(), value: Type.String() }), { maxItems: 100 }),
    ),
    reason: Reason,
  },
  { additionalProperties: false },
);

export const ReasonQuery = Type.Object({ reason: Reason }, { additionalProperties: false });

export const MergeQuery = Type.Object(
  {
    into: Type.String({ maxLength: 64, description: "并入的主体 / the subject that it is merged into" }),
    reason: Reason,
    preview: Type.Boolean({ default: false, description: "只预览将移动什么 / only show what would move" }),
  },
  { additionalProperties: false },
);
