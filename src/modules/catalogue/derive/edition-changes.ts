import type { Text } from "../../../kernel/text.ts";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueItem, Citation } from "../catalogue-item.ts";
import { itemDocumentation, type FieldEntry } from "./documentation.ts";

/** One difference between two editions of an item, in words. */
export interface EditionChange {
  readonly kind: "field-added" | "field-removed" | "field-changed" | "item-changed";
  /** Key of the field that it is about. */
  readonly field: string | null;
  readonly text: Text;
}

const text = (zh: string, en: string): Text => ({ zh, en });

/** What of a field readers and reporters notice, as it is called and said. */
const ASPECTS: readonly { readonly name: Text; readonly of: (entry: FieldEntry) => Text }[] = [
  { name: text("名称", "title"), of: ({ title }) => title },
  { name: text("填报要求", "whether it must be filled"), of: ({ required }) => required },
  { name: text("格式", "form"), of: ({ form }) => form },
  { name: text("公开属性", "disclosure"), of: ({ disclosure }) => disclosure },
  { name: text("代码表", "code list"), of: ({ codeList }) => listed(codeList === null ? [] : [codeList]) },
  { name: text("填报说明", "guidance"), of: ({ help }) => help },
  { name: text("分组", "group"), of: ({ group }) => group },
  { name: text("可识别的其他表头", "other headers known"), of: ({ aliases }) => listed(aliases) },
];

/** What differs between two editions of one item: its fields in the newer one's order, those left out, then the item itself. */
export function editionChanges(catalogue: Catalogue, from: CatalogueItem, to: CatalogueItem): EditionChange[] {
  const before = new Map(itemDocumentation(catalogue, from).fields.map((field) => [field.key, field]));
  const after = itemDocumentation(catalogue, to).fields;
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((field) => fieldChanges(before.get(field.key), field)),
    ...[...before.values()]
      .filter(({ key }) => !kept.has(key))
      .map(({ key, title }) => ({
        kind: "field-removed" as const,
        field: key,
        text: text(`不再填报“${title.zh}”`, `“${title.en}” is no longer reported`),
      })),
    ...itemChanges(from, to),
  ];
}

function fieldChanges(before: FieldEntry | undefined, after: FieldEntry): EditionChange[] {
  const { key, title } = after;
  if (!before) {
    const { form, required } = after;
    const added = text(
      `新增“${title.zh}”：${form.zh}；${required.zh}`,
      `New field “${title.en}”: ${form.en}; ${required.en}`,
    );
    return [{ kind: "field-added", field: key, text: added }];
  }
  return ASPECTS.flatMap(({ name, of }) => {
    const [was, is] = [of(before), of(after)];
    if (isSame(was, is)) return [];
    const changed = text(
      `“${before.title.zh}”的${name.zh}由“${was.zh}”改为“${is.zh}”`,
      `“${before.title.en}”: ${name.en} changes from “${was.en}” to “${is.en}”`,
    );
    return [{ kind: "field-changed" as const, field: key, text: changed }];
  });
}

function itemChanges(from: CatalogueItem, to: CatalogueItem): EditionChange[] {
  const aspects: readonly (readonly [Text, Text, Text])[] = [
    [text("事项名称", "title"), from.title, to.title],
    [text("说明", "description"), from.description, to.description],
    [text("法律依据", "legal basis"), cited(from.legalBasis), cited(to.legalBasis)],
    [text("保存期限", "retention"), retention(from), retention(to)],
    [text("同一记录的识别字段", "fields that identify a record"), keyOf(from), keyOf(to)],
  ];
  const changed = aspects
    .filter(([, was, is]) => !isSame(was, is))
    .map(([name, was, is]) =>
      text(`${name.zh}由“${was.zh}”改为“${is.zh}”`, `The ${name.en} changes from “${was.en}” to “${is.en}”`),
    );
  return [...changed, ...ruleChanges(from, to)].map((words) => ({ kind: "item-changed", field: null, text: words }));
}

/** Rules over fields that came or went, in the words that a reporter would read. */
function ruleChanges(from: CatalogueItem, to: CatalogueItem): Text[] {
  const has = (item: CatalogueItem, code: string): boolean => item.rules.some((rule) => rule.code === code);
  return [
    ...to.rules
      .filter(({ code }) => !has(from, code))
      .map(({ message }) => text(`新增校验：${message.zh}`, `New check: ${message.en}`)),
    ...from.rules
      .filter(({ code }) => !has(to, code))
      .map(({ message }) => text(`取消校验：${message.zh}`, `Check dropped: ${message.en}`)),
  ];
}

function retention({ retention: { years, citation } }: CatalogueItem): Text {
  const basis = cited([citation]);
  return years === null
    ? text(`不设期限（${basis.zh}）`, `no limit (${basis.en})`)
    : text(`${years}年（${basis.zh}）`, `${years} years (${basis.en})`);
}

function keyOf(item: CatalogueItem): Text {
  return listed(item.naturalKey.map((part) => (typeof part === "string" ? part : part.join("/"))));
}

function cited(citations: readonly Citation[]): Text {
  return listed(citations.map(({ title, locator }) => `${title}${locator ?? ""}`));
}

function listed(names: readonly string[]): Text {
  return names.length === 0 ? text("无", "none") : text(names.join("、"), names.join(", "));
}

function isSame(one: Text, other: Text): boolean {
  return one.zh === other.zh && one.en === other.en;
}
