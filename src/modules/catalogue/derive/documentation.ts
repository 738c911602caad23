import type { Text } from "../../../kernel/text.ts";
import type { Catalogue } from "../catalogue.ts";
import type {
  CatalogueItem,
  Citation,
  CodeList,
  Condition,
  CrossFieldRule,
  Field,
  SampleRow,
  SourceProfile,
} from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";

/** One line of the dictionary. */
export interface FieldEntry {
  readonly number: number;
  readonly key: string;
  readonly title: Text;
  readonly help: Text;
  readonly group: Text;
  /** Type and limits in words. */
  readonly form: Text;
  readonly required: Text;
  readonly disclosure: Text;
  readonly codeList: string | null;
  readonly aliases: readonly string[];
  readonly citation: Citation | null;
  readonly verified: boolean;
  readonly standard: boolean;
}

/** Everything that the dictionary page of one edition shows. */
export interface ItemDocumentation {
  readonly item: CatalogueItem;
  readonly digest: string;
  /** Editions of the same item, oldest first. */
  readonly editions: readonly {
    readonly edition: number;
    readonly effectiveFrom: string;
    readonly effectiveTo: string | null;
  }[];
  readonly fields: readonly FieldEntry[];
  readonly codeLists: readonly CodeList[];
  readonly rules: readonly CrossFieldRule[];
  readonly profiles: readonly SourceProfile[];
  readonly validSamples: readonly SampleRow[];
  readonly invalidSamples: readonly SampleRow[];
  /** Sources of law and standard whose text nobody has compared with the original yet. */
  readonly unverified: readonly Citation[];
}

const text = (zh: string, en: string): Text => ({ zh, en });

const FORMS = {
  text: (field) => text(`文字，不超过${field.maxLength}字`, `text, up to ${field.maxLength} characters`),
  identifier: () => text("代码，核对校验位", "code, check digits verified"),
  "identity-number": (field) =>
    text(
      `证件号码，加密保存，不超过${field.maxLength}字`,
      `identity number, kept encrypted, up to ${field.maxLength} characters`,
    ),
  date: (field) =>
    field.longTerm
      ? text("日期，长期为2099-12-31", "date; 2099-12-31 means for ever")
      : text("日期（年-月-日）", "date (year-month-day)"),
  choice: () => text("单选", "one value of a list"),
  choices: (field) =>
    text(
      `多选，用“${field.separators[0] ?? ";"}”分隔`,
      `several values of a list, parted by "${field.separators[0] ?? ";"}"`,
    ),
  money: (field) =>
    field.unit === "yuan"
      ? text(`金额（元），最多${field.decimals}位小数`, `amount in yuan, up to ${field.decimals} decimals`)
      : text(`金额（万元），最多${field.decimals}位小数`, `amount in 10,000 yuan, up to ${field.decimals} decimals`),
} satisfies ByFieldType<[], Text>;

const DISCLOSURES = {
  public: text("社会公开", "public"),
  government: text("政务共享", "shared within government"),
  restricted: text("授权查询", "on authorisation only"),
} as const;

/** The dictionary page of an edition as data. */
export function itemDocumentation(catalogue: Catalogue, item: CatalogueItem): ItemDocumentation {
  const lists = new Set(item.fields.flatMap((field) => ("codes" in field ? [field.codes] : [])));
  const codeLists = [...lists].flatMap((list) => catalogue.codes.get(list) ?? []);
  const citations = [
    ...item.legalBasis,
    item.retention.citation,
    ...item.fields.flatMap((field) => field.citation ?? []),
    ...codeLists.map((list) => list.citation),
  ];
  return {
    item,
    digest: catalogue.digest(item),
    editions: catalogue.items
      .filter((entry) => entry.item === item.item)
      .map(({ edition, effectiveFrom, effectiveTo }) => ({ edition, effectiveFrom, effectiveTo })),
    fields: item.fields.map((field, at) => fieldEntry(catalogue, item, field, at + 1)),
    codeLists,
    rules: item.rules,
    profiles: item.profiles,
    validSamples: item.samples.filter((sample) => sample.findings.length === 0),
    invalidSamples: item.samples.filter((sample) => sample.findings.length > 0),
    unverified: citations.filter((citation) => !citation.verified),
  };
}

function fieldEntry(catalogue: Catalogue, item: CatalogueItem, field: Field, number: number): FieldEntry {
  return {
    number,
    key: field.key,
    title: field.title,
    help: field.help,
    group: item.groups.find((group) => group.key === field.group)?.title ?? text(field.group, field.group),
    form: answerFor(FORMS, field),
    required: requiredText(catalogue, item, field),
    disclosure: DISCLOSURES[field.disclosure],
    codeList: "codes" in field ? field.codes : null,
    aliases: field.aliases,
    citation: field.citation ?? null,
    verified: field.verified,
    standard: field.standard,
  };
}

/** Whether a field must be filled, in words: 必填, 选填, or the condition. */
function requiredText(catalogue: Catalogue, item: CatalogueItem, field: Field): Text {
  if (field.required === true) return text("必填", "required");
  const parts: Text[] = [];
  if (field.required !== false) {
    const condition = conditionText(catalogue, item, field.required);
    parts.push(text(`${condition.zh}时必填`, `required when ${condition.en}`));
  }
  if (field.forbidden) {
    const condition = conditionText(catalogue, item, field.forbidden);
    parts.push(text(`${condition.zh}时不填`, `blank when ${condition.en}`));
  }
  if (parts.length === 0) return text("选填", "optional");
  return text(parts.map((part) => part.zh).join("；"), parts.map((part) => part.en).join("; "));
}

function conditionText(catalogue: Catalogue, item: CatalogueItem, condition: Condition): Text {
  const field = item.fields.find((entry) => entry.key === condition.field);
  const title = field?.title ?? text(condition.field, condition.field);
  const list = field && "codes" in field ? catalogue.codes.get(field.codes) : undefined;
  const label = (value: string, language: "zh" | "en"): string =>
    list?.values.find((code) => code.value === value)?.label[language] ?? value;
  const values = (of: readonly string[], language: "zh" | "en"): string =>
    of.map((value) => label(value, language)).join(language === "zh" ? "、" : ", ");
  const zh: string[] = [];
  const en: string[] = [];
  if (condition.in) {
    zh.push(`${title.zh}为${values(condition.in, "zh")}`);
    en.push(`${title.en} is ${values(condition.in, "en")}`);
  }
  if (condition.notIn) {
    zh.push(`${title.zh}不是${values(condition.notIn, "zh")}`);
    en.push(`${title.en} is not ${values(condition.notIn, "en")}`);
  }
  if (condition.present !== undefined) {
    zh.push(condition.present ? `填写了${title.zh}` : `未填写${title.zh}`);
    en.push(condition.present ? `${title.en} is given` : `${title.en} is blank`);
  }
  return text(zh.join("且"), en.join(" and "));
}
