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
 * name that the row gives. An unknown body is kept as the row has it, and told; nothing is guessed.
 */
export function compileBodyFinder(
  catalogue: Catalogue,
  item: CatalogueItem,
  given: string | null,
): (values: RowValues, on: LocalDate) => SourceBody {
  if (given !== null) {
    const body = { sourceBody: given, sourceKey: catalogue.bodies.get(given)?.uscc ?? given, finding: null };
    return () => body;
  }
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
      const known =
        (codeText === null ? undefined : byCode.get(codeText)) ??
        (nameText === null ? undefined : catalogue.findBody(nameText, on)?.body);
      if (known !== undefined)
        return { sourceBody: known, sourceKey: catalogue.bodies.get(known)?.uscc ?? known, finding: null };
      const unknown = codeText ?? nameText;
      if (unknown !== null)
        return { sourceBody: unknown, sourceKey: unknown, finding: unknownBody(name ?? code, nameText ?? unknown) };
    }
    return { sourceBody: "unknown", sourceKey: "unknown", finding: unknownBody(null, "") };
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
