import { LONG_TERM } from "../../../kernel/time.ts";
import type { Language, Text } from "../../../kernel/text.ts";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueItem, CodeList, Field, FieldValue, RowValues } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";
import { codesOf } from "./compile-readers.ts";
import { codeOfValue } from "./normalise/read-choice.ts";

/** One field as a page or an answer shows it. */
export interface ViewField {
  readonly key: string;
  readonly title: Text;
  /** How the value is set: a code in monospace, a block of text, a day, an amount, words. */
  readonly display: "line" | "block" | "code" | "day" | "words" | "amount";
  /** The value in words, in both languages. */
  readonly show: (value: FieldValue) => Text;
}

export interface PublicView {
  readonly groups: readonly { readonly key: string; readonly title: Text; readonly fields: readonly ViewField[] }[];
  /** Keys of all fields that may be shown, in page order; the public views of the database let only these through. */
  readonly publicFields: readonly string[];
}

const LONG_TERM_TEXT: Text = { zh: "长期", en: "no end date" };
const CENTS = 100;

const same = (text: string): Text => ({ zh: text, en: text });
const plain = (value: FieldValue): Text => same(typeof value === "object" ? value.join("；") : String(value));

type Look = Pick<ViewField, "display" | "show">;
const LOOKS: ByFieldType<[Catalogue], Look> = {
  text: (field) => ({ display: field.multiline ? "block" : "line", show: plain }),
  identifier: () => ({ display: "code", show: plain }),
  "identity-number": () => ({ display: "code", show: plain }),
  date: (field) => ({
    display: "day",
    show: (value) => (field.longTerm && value === LONG_TERM ? LONG_TERM_TEXT : plain(value)),
  }),
  choice: (field, catalogue) => ({ display: "words", show: wordsOf(codesOf(catalogue, field.codes)) }),
  choices: (field, catalogue) => ({ display: "words", show: wordsOf(codesOf(catalogue, field.codes)) }),
  money: () => ({
    display: "amount",
    show: (value) => ({ zh: `${formatAmount(value)}元`, en: `¥${formatAmount(value)}` }),
  }),
};

/** Yuan with thousands separators; 分 only where there are any. */
function formatAmount(value: FieldValue): string {
  const cents = Number(value);
  const whole = Math.trunc(cents / CENTS);
  const rest = Math.abs(cents % CENTS);
  const grouped = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return rest === 0 ? grouped : `${grouped}.${String(rest).padStart(2, "0")}`;
}

function wordsOf(list: CodeList): (value: FieldValue) => Text {
  const one = (value: string, language: Language): string => {
    const code = codeOfValue(list, value);
    if (!code) return value;
    return code.value === value ? code.label[language] : `${code.label[language]}${value.slice(code.value.length)}`;
  };
  return (value) => {
    const values = typeof value === "object" ? value : [String(value)];
    return {
      zh: values.map((entry) => one(entry, "zh")).join("、"),
      en: values.map((entry) => one(entry, "en")).join(", "),
    };
  };
}

/** The page layout of an item: groups with their public fields; a group without any is left out. Nothing of an item that is not public. */
export function publicView(catalogue: Catalogue, item: CatalogueItem): PublicView {
  const groups = item.groups.map((group) => ({
    key: group.key,
    title: group.title,
    fields: item.fields
      .filter((field) => field.group === group.key && item.disclosure === "public" && field.disclosure === "public")
      .map((field) => viewField(catalogue, field)),
  }));
  const shown = groups.filter((group) => group.fields.length > 0);
  return { groups: shown, publicFields: shown.flatMap((group) => group.fields.map((field) => field.key)) };
}

function viewField(catalogue: Catalogue, field: Field): ViewField {
  return { key: field.key, title: fieldLabel(field), ...answerFor(LOOKS, field, catalogue) };
}

/** A value of any field in words, for those with a right to it. */
export function valueInWords(catalogue: Catalogue, field: Field, value: FieldValue): Text {
  return answerFor(LOOKS, field, catalogue).show(value);
}

/** The unit that a title of an amount ends with: files need it there, beside a value with its unit it would contradict. */
const UNIT_AT_END = /[（(](?:人民币)?万?元[）)]$/;

/** What a field is called beside a value that is shown with its own unit. */
export function fieldLabel({ type, title }: Field): Text {
  if (type !== "money") return title;
  return { zh: title.zh.replace(UNIT_AT_END, ""), en: title.en };
}

/** The public part of a row's values, in page order. */
export function publicValues(view: PublicView, values: RowValues): RowValues {
  const entries = view.publicFields.flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}
