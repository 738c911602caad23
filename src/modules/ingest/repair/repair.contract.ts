import { Type } from "typebox";
import { RejectedRowsSchema } from "../ingest.contract.ts";

/** Shapes of rows and of their repair as they cross HTTP. */
const LocalizedText = Type.Object({ zh: Type.String(), en: Type.String() });
const orNull = <const Schema extends Parameters<typeof Type.Array>[0]>(
  schema: Schema,
  options: { readonly description?: string } = {},
) => Type.Union([schema, Type.Null()], options);
const Severity = Type.Union([Type.Literal("error"), Type.Literal("review"), Type.Literal("warning")]);

const RowStateSchema = Type.Union([
  Type.Literal("open"),
  Type.Literal("under-way"),
  Type.Literal("repaired"),
  Type.Literal("refused-again"),
  Type.Literal("explained"),
]);

const INPUTS = ["line", "lines", "code", "secret", "date", "select", "checkboxes", "amount"] as const;
const InputSchema = Type.Union(
  INPUTS.map((input) => Type.Literal(input)),
  { description: "how a cell is entered; secret: a number of a person" },
);

const SuggestionSchema = Type.Object({
  values: Type.Array(Type.String(), { description: "each can stand in the cell as it is; likeliest first" }),
  ground: Type.Union(
    [Type.Literal("form"), Type.Literal("in-register"), Type.Literal("computed"), Type.Literal("name-of-code")],
    {
      description:
        "form: the text, written otherwise; in-register: a code of the register that bears the row's name; computed: right by its check digits, borne by nobody; name-of-code: the registered name of the row's code",
    },
  ),
});

export const BatchRowsSchema = Type.Object({
  batchId: Type.String(),
  columns: Type.Array(
    Type.Object({
      column: Type.Integer({ description: "place in the file from 0" }),
      title: Type.String(),
      field: orNull(Type.String()),
      input: InputSchema,
      help: orNull(LocalizedText),
      options: Type.Array(Type.Object({ value: Type.String(), label: LocalizedText }), {
        description: "what a cell of a list may hold, as it is written in files; empty where anything may",
      }),
    }),
  ),
  causes: Type.Array(
    Type.Object({
      cause: Type.Integer(),
      code: Type.String(),
      severity: Severity,
      field: orNull(Type.String()),
      column: orNull(Type.String()),
      message: LocalizedText,
      remedy: LocalizedText,
      total: Type.Integer(),
    }),
  ),
  items: Type.Array(
    Type.Object({
      row: Type.Integer({ description: "as the file counts" }),
      state: RowStateSchema,
      cells: Type.Array(Type.String(), {
        description: "as written, in the order of columns; numbers of persons masked, of rows on persons all words",
      }),
      masked: Type.Array(Type.Integer(), { description: "columns whose cell shows less than stands there" }),
      broken: Type.Boolean({ description: "the cells could not be told apart; a correction names all of them" }),
      findings: Type.Array(
        Type.Object({
          cause: Type.Integer(),
          column: orNull(Type.Integer()),
          suggestion: orNull(SuggestionSchema),
        }),
      ),
      carriedBy: orNull(
        Type.Object({
          batchId: Type.String({ format: "uuid" }),
          row: orNull(Type.Integer()),
          waits: Type.Boolean({ description: "it was taken there, but waits for a clerk" }),
        }),
        { description: "the batch that the row was handed in again with" },
      ),
      explanation: orNull(
        Type.Object({
          answer: Type.String(),
          title: LocalizedText,
          words: Type.String(),
          at: Type.String(),
          by: Type.String(),
        }),
      ),
    }),
  ),
  next: orNull(Type.String()),
});

export const RowAnswersSchema = Type.Object({
  items: Type.Array(Type.Object({ answer: Type.String(), title: LocalizedText })),
  verified: Type.Boolean({ description: "whether the list was compared with its source" }),
});

/** Rows of one request; past it the work is parted. */
const MOST_ROWS = 10_000;
const Row = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const Words = Type.String({ minLength: 2, maxLength: 500, pattern: "\\S.*\\S" });

export const CorrectionsBody = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          row: Row,
          cells: Type.Array(
            Type.Object(
              {
                column: Type.Integer({ minimum: 0, maximum: 16_383 }),
                value: Type.String({ maxLength: 32_767 }),
              },
              { additionalProperties: false },
            ),
            { minItems: 1, maxItems: 500 },
          ),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MOST_ROWS },
    ),
  },
  { additionalProperties: false },
);

export const ExplanationBody = Type.Object(
  {
    rows: Type.Array(Row, { minItems: 1, maxItems: MOST_ROWS, uniqueItems: true }),
    answer: Type.String(),
    words: Words,
  },
  { additionalProperties: false },
);

export const ReopeningBody = Type.Object(
  { rows: Type.Array(Row, { minItems: 1, maxItems: MOST_ROWS, uniqueItems: true }), words: Words },
  { additionalProperties: false },
);

export const RowActSchema = Type.Object({
  explanationId: Type.String({ format: "uuid" }),
  batchId: Type.String({ format: "uuid" }),
  rows: Type.Integer({ description: "how many rows it was about" }),
  rejectedRows: orNull(RejectedRowsSchema),
});
