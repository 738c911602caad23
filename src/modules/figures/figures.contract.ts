import { Type, type TSchema } from "typebox";

const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Moment = Type.String({ format: "date-time" });
const RateName = Type.String({ description: "report, own-site, compliance, timeliness, omission" });
const Next = Nullable(Type.String());

const Citation = Type.Object({
  title: Type.String(),
  number: Type.Optional(Type.String()),
  locator: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  verified: Type.Boolean({ description: "somebody compared the entry with the original" }),
});

const Parts = {
  rate: RateName,
  body: Nullable(Type.String({ description: "code of the body; null where files came from no single one" })),
  item: Type.String(),
  numerator: Type.Integer(),
  denominator: Type.Integer(),
  apart: Type.Record(Type.String(), Type.Integer(), { description: "in neither, by reason" }),
};

export const FiguresSchema = Type.Object({
  from: Type.String({ description: "first month, YYYY-MM" }),
  to: Type.String({ description: "last month, YYYY-MM" }),
  rates: Type.Array(
    Type.Object({
      rate: RateName,
      title: Words,
      numerator: Words,
      denominator: Words,
      formula: Words,
      citations: Type.Array(Citation),
      source: Type.Boolean({
        description: "false: the platform has no source of this rate yet, so there is no figure",
      }),
      seen: Type.String({ description: "all: of every body; own: of your own body; none: not by you" }),
    }),
  ),
  figures: Type.Array(Type.Object({ ...Parts, month: Type.String({ description: "YYYY-MM" }) })),
});

export const ReportedBatchesSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      batchId: Type.String(),
      body: Nullable(Type.String()),
      item: Type.String(),
      fileName: Type.String(),
      receivedAt: Moment,
      numerator: Type.Integer({ description: "rows that entered" }),
      denominator: Type.Integer({ description: "rows that entered and rows rejected" }),
      apart: Parts.apart,
    }),
  ),
  next: Next,
});

const Summary = {
  statementId: Type.String(),
  month: Type.String({ description: "YYYY-MM" }),
  number: Type.Integer({ description: "1 for the month's first" }),
  supersedes: Nullable(Type.String({ description: "the statement that it replaces" })),
  supersededBy: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  frozenAt: Moment,
  digest: Type.String({ description: "SHA-256 of the content's canonical JSON (RFC 8785), hex" }),
  keyId: Type.String(),
};

export const StatementsSchema = Type.Object({ items: Type.Array(Type.Object(Summary)), next: Next });

/** What is signed. Nothing may be left out of it on the way, or the signature does not fit. */
const Content = Type.Object({
  kind: Type.String(),
  statementId: Type.String(),
  month: Type.String(),
  number: Type.Integer(),
  supersedes: Nullable(Type.Object({ statementId: Type.String(), digest: Type.String() })),
  reason: Nullable(Type.String()),
  disputes: Type.Array(Type.String()),
  frozenAt: Type.String(),
  judgedOn: Type.String(),
  rates: Type.Array(Type.Object({ rate: RateName, formula: Words, effectiveFrom: Nullable(Type.String()) })),
  figures: Type.Array(
    Type.Object({ ...Parts, rows: Type.String({ description: "SHA-256 of the rows behind it, hex" }) }),
  ),
});

export const StatementSchema = Type.Object({
  ...Summary,
  content: Content,
  publicKey: Type.String({ description: "Base64 of the 32 bytes of the Ed25519 key that signed it" }),
  signature: Type.String({ description: "Base64 of the signature over kind, line feed and canonical content" }),
  disputed: Type.Array(Type.Object({ rate: RateName, item: Type.String(), body: Type.String(), openedAt: Moment }), {
    description: "figures that are disputed now",
  }),
});

export const FigureKeySchema = Type.Object({
  keyId: Type.String(),
  algorithm: Type.Literal("Ed25519"),
  publicKey: Type.String({ description: "Base64 of 32 bytes" }),
});

const Reason = Type.String({ minLength: 2, maxLength: 500 });

export const CorrectionSchema = Type.Object(
  {
    month: Type.String({ pattern: "^\\d{4}-\\d{2}$" }),
    reason: Reason,
    dispute: Type.Optional(Type.String({ description: "the upheld dispute that led to it" })),
  },
  { additionalProperties: false },
);

export const NewDisputeSchema = Type.Object(
  {
    rate: Type.String({ maxLength: 40 }),
    item: Type.String({ minLength: 1, maxLength: 60 }),
    reason: Reason,
    rows: Type.Array(Type.String({ pattern: "^[0-9a-f-]{36,64}$" }), {
      maxItems: 200,
      description: "the rows in question: place of a decision, number of a batch",
    }),
  },
  { additionalProperties: false },
);

export const DisputeReasonSchema = Type.Object({ reason: Reason }, { additionalProperties: false });

const Dispute = {
  proceedingId: Type.String(),
  statementId: Type.String(),
  month: Type.String(),
  rate: RateName,
  item: Type.String(),
  body: Type.String(),
  numerator: Type.Integer({ description: "as it was frozen" }),
  denominator: Type.Integer(),
  rows: Type.Array(Type.String()),
  state: Type.String({ description: "open, upheld, dismissed, taken-back" }),
  openedBy: Type.String(),
  openedAt: Moment,
  endedAt: Nullable(Moment),
  decidedBy: Nullable(Type.String()),
  allowed: Type.Array(Type.String(), { description: "acts that you may take now" }),
};

export const DisputeSchema = Type.Object(Dispute);

export const DisputesSchema = Type.Object({ items: Type.Array(DisputeSchema), next: Next });

export const DisputeHistorySchema = Type.Object({
  ...Dispute,
  events: Type.Array(
    Type.Object({
      at: Moment,
      actor: Type.String(),
      act: Type.String(),
      toState: Type.String(),
      reason: Type.String(),
    }),
  ),
});
