import type { Field, FieldType } from "../catalogue-item.ts";

type FieldOf<Type extends FieldType> = Extract<Field, { readonly type: Type }>;

/** One answer for each field type; a new type does not compile until every registry of this shape answers it. */
export type ByFieldType<Args extends readonly unknown[], Out> = {
  readonly [Type in FieldType]: (field: FieldOf<Type>, ...args: Args) => Out;
};

/** Asks a registry about a field. */
export function answerFor<Args extends readonly unknown[], Out>(
  registry: ByFieldType<Args, Out>,
  field: Field,
  ...args: Args
): Out {
  switch (field.type) {
    case "text":
      return registry.text(field, ...args);
    case "identifier":
      return registry.identifier(field, ...args);
    case "identity-number":
      return registry["identity-number"](field, ...args);
    case "date":
      return registry.date(field, ...args);
    case "choice":
      return registry.choice(field, ...args);
    case "choices":
      return registry.choices(field, ...args);
    case "money":
      return registry.money(field, ...args);
  }
}
