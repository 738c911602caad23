import { Type } from "typebox";

/** Shapes of batches as they cross HTTP. */
const LocalizedText = Type.Object({ zh: Type.String(), en: Type.String() });
const RowRun = Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 });

const BatchCountsSchema = Type.Object({
  rows: Type.Integer(),
  accepted: Type.Integer(),
  changed: Type.Integer(),
  duplicates: Type.Integer(),
  review: Type.Integer({
    description:
      "rows that wait for a clerk or for safeguards; rows = accepted + changed + duplicates + review + rejected",
  }),
  held: Type.Integer({ description: "of those in review: rows on natural persons" }),
  rejected: Type.Integer(),
});

const Refusal = Type.Object({ code: Type.String(), message: LocalizedText, remedy: LocalizedText });

const RepairResult = Type.Object({
  problems: Type.Integer({ description: "rows that failed or waited there" }),
  recognised: Type.Integer({ description: "of these, rows known again by their key" }),
  solved: Type.Integer({ description: "of these, rows without error that need not wait" }),
});

export const RejectedRowsSchema = Type.Object({
  open: Type.Integer({ description: "nobody has dealt with these yet" }),
  underWay: Type.Integer({ description: "handed in again, being worked on" }),
  repaired: Type.Integer({ description: "handed in again and taken, or taken into review" }),
  refusedAgain: Type.Integer({ description: "handed in again and refused again; they stand open in the later batch" }),
  explained: Type.Integer({ description: "explained by a standard answer" }),
});

export const BatchStateSchema = Type.Union([
  Type.Literal("received"),
  Type.Literal("reading"),
  Type.Literal("checking"),
  Type.Literal("merging"),
  Type.Literal("done"),
  Type.Literal("refused"),
  Type.Literal("failed"),
]);

export const BatchSchema = Type.Object({
  batchId: Type.String({ format: "uuid" }),
  item: Type.String(),
  edition: Type.Integer(),
  profile: Type.Union([Type.String(), Type.Null()]),
  sourceBody: Type.Union([Type.String(), Type.Null()]),
  fileName: Type.String(),
  contentSha256: Type.String(),
  bytes: Type.Integer(),
  attested: Type.Boolean(),
  unserved: Type.Boolean({ description: "its decisions were said not to be served yet" }),
  uploadedBy: Type.String(),
  body: Type.Union([Type.String(), Type.Null()], { description: "body for which it was handed in" }),
  receivedAt: Type.String(),
  state: BatchStateSchema,
  interrupted: Type.Boolean({ description: "its worker died; it is taken up anew by itself" }),
  progress: Type.Object({ rowsRead: Type.Integer(), rowsFiled: Type.Integer() }),
  counts: Type.Union([BatchCountsSchema, Type.Null()]),
  seconds: Type.Union([Type.Number(), Type.Null()]),
  format: Type.Union([Type.String(), Type.Null()]),
  notes: Type.Array(Type.Object({ code: Type.String(), zh: Type.String(), en: Type.String() })),
  publication: Type.Record(Type.String(), Type.Integer()),
  refusal: Type.Union([Refusal, Type.Null()]),
  repairs: Type.Union([Type.String({ format: "uuid" }), Type.Null()], {
    description: "the batch whose rows came back with this one: in its annotated file, or corrected cell by cell",
  }),
  repair: Type.Union([RepairResult, Type.Null()], { description: "what became of that batch's problems" }),
  rejectedRows: Type.Union([RejectedRowsSchema, Type.Null()], {
    description: "where its rejected rows stand now; null until the batch is done",
  }),
  finishedAt: Type.Union([Type.String(), Type.Null()]),
  links: Type.Object({
    errors: Type.Object({ json: Type.String(), csv: Type.String(), xlsx: Type.String() }),
    annotated: Type.Union([Type.String(), Type.Null()], {
      description: "the file itself, annotated; null until the batch is done, and for corrections of single cells",
    }),
    rows: Type.Union([Type.String(), Type.Null()], { description: "its rejected rows, cell by cell" }),
  }),
});

const Severity = Type.Union([
  Type.Literal("error"),
  Type.Literal("review"),
  Type.Literal("warning"),
  Type.Literal("change"),
]);

export const BatchErrorsSchema = Type.Object({
  batchId: Type.String(),
  causes: Type.Array(
    Type.Object({
      cause: Type.Integer(),
      code: Type.String(),
      severity: Severity,
      field: Type.Union([Type.String(), Type.Null()]),
      column: Type.Union([Type.String(), Type.Null()]),
      message: LocalizedText,
      remedy: LocalizedText,
      total: Type.Integer(),
      rows: Type.Array(RowRun, { description: "first and last row of each run, complete" }),
      samples: Type.Array(Type.Object({ row: Type.Integer(), value: Type.String() })),
    }),
  ),
  errors: Type.Array(
    Type.Object({
      row: Type.Integer(),
      field: Type.Union([Type.String(), Type.Null()]),
      column: Type.Union([Type.String(), Type.Null()]),
      value: Type.String(),
      code: Type.String(),
      severity: Severity,
      message: LocalizedText,
      remedy: LocalizedText,
    }),
  ),
  shown: Type.Integer(),
  total: Type.Integer(),
  next: Type.Union([Type.String(), Type.Null()], {
    description: "cursor of the next page of errors, or null when all are shown",
  }),
});

export const BatchListSchema = Type.Object({
  items: Type.Array(BatchSchema),
  next: Type.Union([Type.String(), Type.Null()]),
});
