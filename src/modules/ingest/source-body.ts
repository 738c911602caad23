import {
  shownValue,
  fieldWithRole,
  type Catalogue,
  type CatalogueItem,
  type Field,
  type FieldRole,
  type RowValues,
} from "#catalogue";
import type { Finding } from "../../kernel/finding.ts";
import type { LocalDate } from "../../kernel/time.ts";

export interface SourceBody {
  /** Key of the body, or what the row itself calls it where the catalogue does not know it. */
  readonly sourceBody: string;
  /**
   * The same for a body however a row names it, and whether or not the directory knows it yet: its credit code where there
   * is one. Part of the natural key, so that a body that is added to the directory later does not double its records.
   */
  readonly sourceKey: string;
  readonly finding: Omit<Finding, "row"> | null;
}

/** Which roles tell the body that reports, best first. */
const ROLES: readonly (readonly [code: FieldRole, name: FieldRole])[] = [
  ["source-code", "source-name"],
  ["authority-code", "authority-name"],
];

/**
 * Finds out which body a row comes from: the profile's or the uploader's one for the whole file, else by the code or the
 * name that the row gives. An unknown body is kept as the row has it, and told; nothing is guessed. A row that names a
 * known body other than the one given for the file is an error: filed under both it would be public twice.
 */
export function compileBodyFinder(
  catalogue: Catalogue,
  item: CatalogueItem,
  given: string | null,
): (values: RowValues, on: LocalDate) => SourceBody {
  const named = compileNamedBody(catalogue, item);
  const keyOf = (body: string): string => catalogue.bodies.get(body)?.uscc ?? body;
  if (given !== null) {
    const fine: SourceBody = { sourceBody: given, sourceKey: keyOf(given), finding: null };
    return (values, on) => {
      const row = named(values, on);
      if (row === null || row.known === null || row.known === given) return fine;
      return { ...fine, finding: contradiction(catalogue, row, given) };
    };
  }
  return (values, on) => {
    const row = named(values, on);
    if (row === null) return { sourceBody: "unknown", sourceKey: "unknown", finding: unknownBody(null, "") };
    if (row.known !== null) return { sourceBody: row.known, sourceKey: keyOf(row.known), finding: null };
    return { sourceBody: row.key, sourceKey: row.key, finding: unknownBody(row.field, row.text) };
  };
}

/** The body that a row names. */
interface NamedBody {
  /** Its key in the directory; null where the directory does not know it. */
  readonly known: string | null;
  /** What stands for it where it is not known: its code, else its name. */
  readonly key: string;
  readonly field: Field | null;
  readonly text: string;
}

function compileNamedBody(
  catalogue: Catalogue,
  item: CatalogueItem,
): (values: RowValues, on: LocalDate) => NamedBody | null {
  const byCode = new Map([...catalogue.bodies.values()].flatMap((body) => (body.uscc ? [[body.uscc, body.body]] : [])));
  const fields = ROLES.map(([code, name]) => ({ code: fieldWithRole(item, code), name: fieldWithRole(item, name) }));
  const read = (field: Field | null, values: RowValues): string | null => {
    const value = field ? values[field.key] : undefined;
    return typeof value === "string" ? value : null;
  };
  return (values, on) => {
    for (const { code, name } of fields) {
      const codeText = read(code, values);
      const nameText = read(name, values);
      const key = codeText ?? nameText;
      if (key === null) continue;
      const known =
        (codeText === null ? undefined : byCode.get(codeText)) ??
        (nameText === null ? undefined : catalogue.findBody(nameText, on)?.body) ??
        null;
      return { known, key, field: name ?? code, text: nameText ?? key };
    }
    return null;
  };
}

function contradiction(catalogue: Catalogue, row: NamedBody, given: string): Omit<Finding, "row"> {
  const name = catalogue.bodies.get(given)?.name ?? { zh: given, en: given };
  return {
    field: row.field?.key ?? null,
    column: row.field?.title.zh ?? null,
    value: row.text,
    code: "source-body-contradiction",
    severity: "error",
    message: {
      zh: `该行所列单位与为整个文件指定的报送单位（${name.zh}）不是同一机构`,
      en: `The row names another body than the one given for the whole file (${name.en})`,
    },
    remedy: {
      zh: "各行自有来源单位的文件，报送时不指定报送单位（--body、body）；指定无误的，请更正该行的单位名称和代码",
      en: "Where each row names its own source, leave the body out (--body, body); where the body given is right, correct name and code in the row",
    },
  };
}

function unknownBody(field: Field | null, value: string): Omit<Finding, "row"> {
  return {
    field: field?.key ?? null,
    column: field?.title.zh ?? null,
    value: shownValue(value),
    code: "source-body-unknown",
    severity: "warning",
    message: {
      zh: "机构名录中没有该数据来源单位，按原文记录",
      en: "The directory of bodies does not know this source; it is recorded as written",
    },
    remedy: {
      zh: "核对单位名称和代码；确为新机构的，请信用信息中心补充名录",
      en: "Check name and code; for a new body ask the credit information centre to add it",
    },
  };
}
