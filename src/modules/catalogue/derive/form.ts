import type { Text } from "../../../kernel/text.ts";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueItem, CodeValue, Condition, Field, FieldRole } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";
import { codesOf } from "./compile-readers.ts";

/** How a field is entered. */
export type FormControl =
  | { readonly control: "line" | "lines"; readonly maxLength: number }
  | { readonly control: "code"; readonly maxLength: number }
  | { readonly control: "secret"; readonly maxLength: number }
  | { readonly control: "date"; readonly longTerm: boolean }
  | { readonly control: "select"; readonly options: readonly FormOption[] }
  | { readonly control: "checkboxes"; readonly options: readonly FormOption[]; readonly separator: string }
  | { readonly control: "amount"; readonly unit: Text; readonly decimals: number };

export interface FormOption {
  readonly value: string;
  readonly label: Text;
  /** An explanation is entered beside it. */
  readonly openEnded: boolean;
}

export interface FormField {
  readonly key: string;
  /** What it means to the pipeline, e.g. by which a form is filled in with the reporter's own body. */
  readonly role: FieldRole | null;
  readonly title: Text;
  readonly help: Text;
  readonly required: boolean | Condition;
  readonly forbidden: Condition | null;
  readonly input: FormControl;
}

/** The description of an entry form; who renders it needs to know nothing else of the item. */
export interface EntryForm {
  readonly item: string;
  readonly edition: number;
  readonly title: Text;
  readonly groups: readonly { readonly key: string; readonly title: Text; readonly fields: readonly FormField[] }[];
}

const UNITS = {
  yuan: { zh: "元", en: "yuan" },
  "ten-thousand-yuan": { zh: "万元", en: "10,000 yuan" },
} as const;
const LONGEST_CODE = 50;

const CONTROLS: ByFieldType<[Catalogue], FormControl> = {
  text: (field) => ({ control: field.multiline ? "lines" : "line", maxLength: field.maxLength }),
  identifier: () => ({ control: "code", maxLength: LONGEST_CODE }),
  "identity-number": (field) => ({ control: "secret", maxLength: field.maxLength }),
  date: (field) => ({ control: "date", longTerm: field.longTerm }),
  choice: (field, catalogue) => ({ control: "select", options: optionsOf(catalogue, field.codes) }),
  choices: (field, catalogue) => ({
    control: "checkboxes",
    options: optionsOf(catalogue, field.codes),
    separator: field.separators[0] ?? ";",
  }),
  money: (field) => ({ control: "amount", unit: UNITS[field.unit], decimals: field.decimals }),
};

function optionsOf(catalogue: Catalogue, list: string): readonly FormOption[] {
  return codesOf(catalogue, list).values.map(({ value, label, openEnded }: CodeValue) => ({ value, label, openEnded }));
}

export function entryForm(catalogue: Catalogue, item: CatalogueItem): EntryForm {
  const formField = (field: Field): FormField => {
    return {
      key: field.key,
      role: field.role ?? null,
      title: field.title,
      help: field.help,
      required: field.required,
      forbidden: field.forbidden ?? null,
      input: answerFor(CONTROLS, field, catalogue),
    };
  };
  return {
    item: item.item,
    edition: item.edition,
    title: item.title,
    groups: item.groups.map((group) => ({
      key: group.key,
      title: group.title,
      fields: item.fields.filter((field) => field.group === group.key).map(formField),
    })),
  };
}
