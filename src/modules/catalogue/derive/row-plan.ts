import type { LocalDate } from "../../../kernel/time.ts";
import type { Text } from "../../../kernel/text.ts";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueItem, CodeList, Derivation, Field, FieldRole, SourceProfile } from "../catalogue-item.ts";
import { compileCondition, type CompiledCondition } from "./condition.ts";
import { compileCheck, type CompiledCheck } from "./cross-field-check.ts";
import { codesOf, compileReader, type RowQuestions } from "./compile-readers.ts";
import { indexCodes } from "../code-index.ts";
import { foldHeader } from "./header-index.ts";
import { codeOfValue } from "./normalise/read-choice.ts";
import { INVALID, type CellReader } from "./normalise/reading.ts";

/** A column of a table: which field it carries (null: none) under which header. */
export interface JudgeColumn {
  readonly field: string | null;
  readonly header: string;
}

/** How one field of a row comes about and what is asked of it. */
export interface FieldPlan {
  readonly at: number;
  readonly field: Field;
  /** Places of its columns in the row; several only where several columns carry one field. */
  readonly columns: readonly number[];
  readonly header: string | null;
  readonly constant: string | null;
  readonly derivation: Derivation | null;
  /** The code list by which its cells are read, where it is one. */
  readonly codes: string | null;
  readonly read: CellReader;
  readonly required: boolean | CompiledCondition;
  readonly forbidden: CompiledCondition | null;
}

export interface RulePlan {
  readonly at: number;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: Text;
  readonly remedy: Text;
  readonly when: CompiledCondition | null;
  readonly broken: CompiledCheck;
}

export interface GatePlan {
  readonly at: number;
  readonly header: string;
  readonly code: string;
  readonly message: Text;
  readonly remedy: Text;
  readonly passes: (text: string) => boolean;
}

/** A table's columns matched with an item: everything that is the same for each row, worked out once. */
export interface RowPlan {
  readonly fields: readonly FieldPlan[];
  /** In the order in which they must be read: the day of the decision first, what depends on other fields last. */
  readonly order: readonly FieldPlan[];
  readonly rules: readonly RulePlan[];
  readonly gates: readonly GatePlan[];
  readonly place: (role: FieldRole) => number;
}

/** @throws Error for a column of a field that the item has not; the caller matches headers by this very item */
export function planRows(
  catalogue: Catalogue,
  item: CatalogueItem,
  profile: SourceProfile | null,
  columns: readonly JudgeColumn[],
  today: LocalDate,
  row: RowQuestions,
  proposal: SourceProfile | null = null,
): RowPlan {
  const indexOf = (key: string): number => {
    const at = item.fields.findIndex((field) => field.key === key);
    if (at < 0) throw new Error(`${item.item} has no field ${key}`);
    return at;
  };
  const byField = new Map<string, number[]>();
  columns.forEach((column, at) => {
    if (column.field === null) return;
    indexOf(column.field);
    byField.set(column.field, [...(byField.get(column.field) ?? []), at]);
  });
  const fields = item.fields.map((field, at): FieldPlan => {
    const places = byField.get(field.key) ?? [];
    const [first] = places;
    const header = first === undefined ? null : (columns[first]?.header ?? null);
    const alone = first === undefined;
    return {
      at,
      field,
      columns: places,
      header,
      constant: alone ? (profile?.constants[field.key] ?? null) : null,
      derivation: alone ? (profile?.derivations[field.key] ?? null) : null,
      ...readerOf(field, header, catalogue, row, { profile, proposal }),
      required: isWaived(profile, field)
        ? false
        : typeof field.required === "boolean"
          ? field.required
          : compileCondition(field.required, indexOf),
      forbidden: field.forbidden ? compileCondition(field.forbidden, indexOf) : null,
    };
  });
  const rules = item.rules.map((rule): RulePlan => ({
    at: indexOf(rule.field),
    code: rule.code,
    severity: rule.severity,
    message: rule.message,
    remedy: rule.remedy,
    when: rule.when ? compileCondition(rule.when, indexOf) : null,
    broken: compileCheck(rule.check, today, indexOf),
  }));
  return {
    fields,
    order: fields.toSorted((a, b) => stage(a) - stage(b)),
    rules,
    gates: planGates(catalogue, profile ?? proposal, columns),
    place: (role) => item.fields.findIndex((field) => field.role === role),
  };
}

/** How the cells of a field are read: by its own codes, the source's, or not at all while it is unclear whose they are. */
function readerOf(
  field: Field,
  header: string | null,
  catalogue: Catalogue,
  row: RowQuestions,
  by: { readonly profile: SourceProfile | null; readonly proposal: SourceProfile | null },
): Pick<FieldPlan, "read" | "codes"> {
  const own = by.profile?.codes?.[field.key];
  if (field.type === "choice" && own !== undefined) {
    const read = compileReader({ ...field, codes: own }, header ?? "", catalogue, row);
    return { codes: own, read: translated(read, codesOf(catalogue, own)) };
  }
  const codes = field.type === "choice" || field.type === "choices" ? field.codes : null;
  if (by.proposal?.codes?.[field.key] !== undefined && header !== null) return { codes, read: unclear };
  return { codes, read: compileReader(field, header ?? "", catalogue, row) };
}

const unclear: CellReader = (_text, _kind, note) => {
  note("code-list-unclear");
  return INVALID;
};

function translated(read: CellReader, list: CodeList): CellReader {
  return (text, kind, note) => {
    const value = read(text, kind, note);
    if (typeof value !== "string") return value;
    const meant = codeOfValue(list, value)?.standsFor;
    note(meant === undefined ? "choice-not-transferable" : "choice-of-source");
    return meant ?? INVALID;
  };
}

function planGates(
  catalogue: Catalogue,
  profile: SourceProfile | null,
  columns: readonly JudgeColumn[],
): readonly GatePlan[] {
  return (profile?.gates ?? []).flatMap((gate) => {
    const headers = new Set(gate.headers.map(foldHeader));
    const codes = indexCodes(codesOf(catalogue, gate.codes));
    const { code, message, remedy } = gate;
    return columns.flatMap(({ header }, at) => {
      if (!headers.has(foldHeader(header))) return [];
      const passes = (text: string): boolean => gate.passes.includes(codes.find(text, null)?.code.value ?? "");
      return [{ at, header, code, message, remedy, passes }];
    });
  });
}

function isWaived(profile: SourceProfile | null, field: Field): boolean {
  return profile !== null && field.key in profile.waived;
}

function stage(plan: FieldPlan): number {
  if (plan.field.type === "identity-number") return 3;
  if (plan.derivation) return 2;
  return plan.field.role === "decision-date" ? 0 : 1;
}

/** The value whose codes begin like this one; the longest beginning wins. */
export function categoryByCode(list: CodeList, code: string): string | null {
  let found: string | null = null;
  let length = -1;
  for (const value of list.values) {
    for (const prefix of value.codePrefixes ?? []) {
      if (code.startsWith(prefix) && prefix.length > length) {
        found = value.value;
        length = prefix.length;
      }
    }
  }
  return found;
}

/** The list behind a choice field; null for fields of other types. */
export function listOf(catalogue: Catalogue, field: Field | undefined): CodeList | null {
  return field?.type === "choice" ? codesOf(catalogue, field.codes) : null;
}
