import { Type } from "typebox";

/** Shapes of what is derived from an item as they cross HTTP. */
const Words = Type.Object({ zh: Type.String(), en: Type.String() });

const Condition = Type.Object({
  field: Type.String(),
  in: Type.Optional(Type.Array(Type.String())),
  notIn: Type.Optional(Type.Array(Type.String())),
  present: Type.Optional(Type.Boolean()),
});

const Options = Type.Array(
  Type.Object({
    value: Type.String(),
    label: Words,
    openEnded: Type.Boolean({ description: "an explanation is entered behind it" }),
  }),
);

const Control = Type.Union([
  Type.Object({
    control: Type.Union([Type.Literal("line"), Type.Literal("lines"), Type.Literal("code"), Type.Literal("secret")]),
    maxLength: Type.Integer(),
  }),
  Type.Object({ control: Type.Literal("date"), longTerm: Type.Boolean() }),
  Type.Object({ control: Type.Literal("select"), options: Options }),
  Type.Object({ control: Type.Literal("checkboxes"), options: Options, separator: Type.String() }),
  Type.Object({ control: Type.Literal("amount"), unit: Words, decimals: Type.Integer() }),
]);

/** How a row of an item is entered; who renders it needs to know nothing else of the item. */
export const EntryFormSchema = Type.Object({
  item: Type.String(),
  edition: Type.Integer(),
  title: Words,
  groups: Type.Array(
    Type.Object({
      key: Type.String(),
      title: Words,
      fields: Type.Array(
        Type.Object({
          key: Type.String(),
          role: Type.Union([Type.String(), Type.Null()], { description: "what it means to the pipeline" }),
          title: Words,
          help: Words,
          required: Type.Union([Type.Boolean(), Condition]),
          forbidden: Type.Union([Condition, Type.Null()], { description: "must be blank while this holds" }),
          input: Control,
        }),
      ),
    }),
  ),
});
