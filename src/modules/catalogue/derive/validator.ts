import type { Finding, Severity } from "../../../kernel/finding.ts";
import { cutText, fill, type Text } from "../../../kernel/text.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import { parseLocalDate } from "../../../kernel/time.ts";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueItem, CodeList, FieldValue, RowValues, SourceProfile } from "../catalogue-item.ts";
import type { CellInput } from "../cell-input.ts";
import { foldCode } from "../code-index.ts";
import { FINDING_TEXTS, type FindingCode } from "./finding-texts.ts";
import { proposalOf, proposeProfile } from "./header-index.ts";
import { codeOfValue } from "./normalise/read-choice.ts";
import type { UnitAbove } from "./normalise/read-money.ts";
import { ABSENT, INVALID, NO_CODE, ZERO, type Note, type Outcome } from "./normalise/reading.ts";
import { categoryByCode, listOf, planRows, type FieldPlan, type JudgeColumn, type RowPlan } from "./row-plan.ts";
import { maskNumber } from "../personal-numbers/mask-number.ts";
import { shownValue, valueOfPerson } from "./shown-value.ts";

/** What the judge says about one row. */
export interface JudgedRow {
  readonly row: number;
  /** Normalised values, identity numbers in clear: whoever files the row seals them. */
  readonly values: RowValues;
  readonly findings: readonly Finding[];
  /** Concerns a natural person. */
  readonly isPerson: boolean;
  /** No error: the row may go in. */
  readonly ok: boolean;
}

/** Judges one row; cells lie as the columns do. Never throws, whatever the cells hold. */
export type Judge = (row: number, cells: readonly (CellInput | undefined)[]) => JudgedRow;

/** What is known of the table beside its columns. */
export interface TableContext {
  readonly today: LocalDate;
  /** The unit of amounts that a line above the table names. */
  readonly unitAbove?: UnitAbove;
}

const EMPTY: CellInput = { text: "", kind: "empty" };
/** A word for "nothing" stood in the cell; in a required field that is missing, elsewhere it is blank. */
const EMPTY_WORD = Symbol("empty word");
type State = typeof ABSENT | typeof NO_CODE | typeof ZERO | typeof EMPTY_WORD | "present" | "invalid";

/**
 * Compiles the judge of one table: its columns, an item (and how a source's own table is read as it), and today.
 * Everything that does not depend on the row is worked out here. Not for use by two callers at once: the judge keeps its
 * scratch arrays between rows.
 */
export function compileJudge(
  catalogue: Catalogue,
  item: CatalogueItem,
  profile: SourceProfile | null,
  columns: readonly JudgeColumn[],
  context: TableContext,
): Judge {
  const judge = new RowJudge(catalogue, item, profile, columns, context);
  return (row, cells) => judge.judge(row, cells);
}

class RowJudge {
  readonly #catalogue: Catalogue;
  readonly #item: CatalogueItem;
  readonly #plan: RowPlan;
  readonly #values: (FieldValue | undefined)[];
  readonly #states: State[];
  readonly #invalid: Uint8Array;
  readonly #texts = new Map<string, { readonly message: Text; readonly remedy: Text }>();
  readonly #longestEmptyWord: number;
  readonly #category: number;
  readonly #categories: CodeList | null;
  readonly #decisionDate: number;
  readonly #personal: readonly number[];
  readonly #note: Note;
  readonly #proposal: Text | null;
  #findings: Finding[] = [];
  #row = 0;
  #current: FieldPlan | null = null;
  #cells: readonly (CellInput | undefined)[] = [];

  constructor(
    catalogue: Catalogue,
    item: CatalogueItem,
    profile: SourceProfile | null,
    columns: readonly JudgeColumn[],
    { today, unitAbove = null }: TableContext,
  ) {
    const headers = columns.map((column) => column.header);
    const proposal = profile ? null : proposeProfile(item, headers);
    this.#proposal = proposal ? proposalOf(proposal) : null;
    this.#catalogue = catalogue;
    this.#item = item;
    const questions = {
      day: () => this.#day(),
      paper: (documentTypeField: string | null) => () => this.#paper(documentTypeField),
      unitAbove,
    };
    this.#plan = planRows(catalogue, item, profile, columns, today, questions, proposal);
    this.#values = item.fields.map(() => undefined);
    this.#states = item.fields.map(() => ABSENT);
    this.#invalid = new Uint8Array(item.fields.length);
    this.#longestEmptyWord = Math.max(0, ...[...catalogue.emptyWords].map((word) => word.length)) + 4;
    this.#category = this.#plan.place("subject-category");
    this.#categories = listOf(catalogue, item.fields[this.#category]);
    this.#decisionDate = this.#plan.place("decision-date");
    this.#personal = item.fields.flatMap((field, at) => (field.role === "person-identity" ? [at] : []));
    this.#note = (finding) => {
      const plan = this.#current;
      if (!plan) return;
      if (typeof finding === "string") this.#tell(plan, finding);
      else this.#add(plan, finding.severity ?? "error", finding.code, finding.message, finding.remedy);
    };
  }

  judge(row: number, cells: readonly (CellInput | undefined)[]): JudgedRow {
    this.#row = row;
    this.#cells = cells;
    this.#findings = [];
    this.#values.fill(undefined);
    this.#states.fill(ABSENT);
    this.#invalid.fill(0);
    for (const plan of this.#plan.order) this.#read(plan);
    for (const plan of this.#plan.fields) this.#demand(plan);
    this.#judgeCategory();
    this.#applyRules();
    this.#applyGates();
    const isPerson = this.#isPerson();
    return {
      row,
      values: this.#collect(),
      findings: this.#sorted(isPerson),
      isPerson,
      ok: !this.#findings.some(isError),
    };
  }

  #read(plan: FieldPlan): void {
    this.#current = plan;
    if (plan.derivation) return this.#derive(plan, plan.derivation.kind, plan.derivation.from);
    if (plan.constant !== null) return this.#settle(plan, plan.read(plan.constant, "text", this.#note));
    const cell = this.#cellOf(plan);
    if (cell.text === "" || cell.kind === "empty") return;
    if (cell.kind === "error") {
      this.#tell(plan, "cell-error");
      return this.#settle(plan, INVALID);
    }
    if (this.#isEmptyWord(cell.text)) this.#states[plan.at] = EMPTY_WORD;
    else this.#settle(plan, plan.read(cell.text, cell.kind, this.#note));
  }

  #settle(plan: FieldPlan, outcome: Outcome): void {
    if (outcome === INVALID) {
      this.#invalid[plan.at] = 1;
      this.#states[plan.at] = "invalid";
    } else if (outcome === ABSENT || outcome === NO_CODE || outcome === ZERO) {
      this.#states[plan.at] = outcome;
    } else {
      this.#values[plan.at] = outcome;
      this.#states[plan.at] = "present";
    }
  }

  /** What comes from a field that could not be read stays unknown, without a finding of its own. */
  #derive(plan: FieldPlan, kind: "copy" | "category-by-code", from: string): void {
    const at = this.#item.fields.findIndex((field) => field.key === from);
    const value = this.#values[at];
    if (value === undefined) return this.#settle(plan, INVALID);
    if (kind === "copy") return this.#settle(plan, value);
    const list = listOf(this.#catalogue, plan.field);
    const category = list && typeof value === "string" ? categoryByCode(list, value) : null;
    if (category === null) this.#tell(plan, "category-not-derivable");
    this.#settle(plan, category ?? INVALID);
  }

  /** Several columns of one multiple choice count together; of other fields the first that is filled. */
  #cellOf(plan: FieldPlan): CellInput {
    const [first, ...more] = plan.columns;
    if (first === undefined) return EMPTY;
    if (more.length === 0) return this.#cells[first] ?? EMPTY;
    const filled = plan.columns.flatMap((at) => this.#cells[at] ?? []).filter((cell) => cell.text.trim() !== "");
    if (plan.field.type !== "choices") return filled[0] ?? EMPTY;
    const told = filled.filter((cell) => !this.#isEmptyWord(cell.text));
    return told.length === 0
      ? (filled[0] ?? EMPTY)
      : { text: told.map((cell) => cell.text).join(plan.field.separators[0]), kind: "text" };
  }

  #isEmptyWord(text: string): boolean {
    if (text.length > this.#longestEmptyWord) return false;
    const words = this.#catalogue.emptyWords;
    return words.has(text) || (/[\sA-Z\u3000\uFF01-\uFF5E]/.test(text) && words.has(foldCode(text)));
  }

  #demand(plan: FieldPlan): void {
    const state = this.#states[plan.at];
    if (state === "invalid") return;
    const blank = state === ABSENT || state === EMPTY_WORD || state === ZERO;
    if (blank && this.#holds(plan.required)) {
      this.#invalid[plan.at] = 1;
      return this.#tell(plan, state === ZERO ? "amount-not-positive" : "required-missing");
    }
    if (state === EMPTY_WORD) this.#tell(plan, "empty-word");
    else if (state === ZERO) this.#tell(plan, "zero-amount");
    else if (state === "present" && plan.forbidden && this.#holds(plan.forbidden)) {
      this.#invalid[plan.at] = 1;
      this.#tell(plan, "must-be-blank");
    }
  }

  #holds(condition: FieldPlan["required"]): boolean {
    return typeof condition === "boolean" ? condition : condition(this.#values, this.#invalid) === true;
  }

  #judgeCategory(): void {
    const plan = this.#plan.fields[this.#category];
    const kind = this.#subjectKind();
    if (plan && kind !== null && !this.#item.subjectKinds.includes(kind)) this.#tell(plan, "subject-kind-not-allowed");
  }

  #applyRules(): void {
    for (const rule of this.#plan.rules) {
      const value = this.#values[rule.at];
      const plan = this.#plan.fields[rule.at];
      if (value === undefined || !plan || this.#invalid[rule.at] === 1) continue;
      if (rule.when && rule.when(this.#values, this.#invalid) !== true) continue;
      if (rule.broken(value, this.#values)) this.#add(plan, rule.severity, rule.code, rule.message, rule.remedy);
    }
  }

  #applyGates(): void {
    for (const { at, header, code, message, remedy, passes } of this.#plan.gates) {
      const text = (this.#cells[at] ?? EMPTY).text.trim();
      if (text === "" || this.#isEmptyWord(text) || passes(text)) continue;
      const value = shownValue(text);
      this.#findings.push({
        row: this.#row,
        field: null,
        column: header,
        value,
        code,
        severity: "error",
        message,
        remedy,
      });
    }
  }

  #subjectKind() {
    const value = this.#values[this.#category];
    return this.#categories && typeof value === "string"
      ? (codeOfValue(this.#categories, value)?.subjectKind ?? null)
      : null;
  }

  /** Without a readable category an identity number of the party decides: rather a person too many than one shown. */
  #isPerson(): boolean {
    const kind = this.#subjectKind();
    return (
      kind === "person" ||
      (kind === null && this.#personal.some((at) => this.#states[at] === "present" || this.#states[at] === "invalid"))
    );
  }

  #day(): LocalDate | null {
    const value = this.#values[this.#decisionDate];
    return typeof value === "string" ? parseLocalDate(value) : null;
  }

  #paper(documentTypeField: string | null): "citizen-id" | "other" | "unknown" {
    if (documentTypeField === null) return "citizen-id";
    const at = this.#item.fields.findIndex((field) => field.key === documentTypeField);
    const value = this.#values[at];
    const list = listOf(this.#catalogue, this.#item.fields[at]);
    if (!list || typeof value !== "string") return "unknown";
    return codeOfValue(list, value)?.checkedAs ?? "other";
  }

  #collect(): RowValues {
    const values: Record<string, FieldValue> = {};
    for (const plan of this.#plan.fields) {
      const value = this.#values[plan.at];
      if (value !== undefined) values[plan.field.key] = value;
    }
    return values;
  }

  #tell(plan: FieldPlan, code: FindingCode): void {
    const key = `${plan.at} ${code}`;
    let texts = this.#texts.get(key);
    if (!texts) {
      texts = fieldTexts(this.#catalogue, plan, code);
      if (this.#proposal && (code === "required-missing" || code === "code-list-unclear"))
        texts = { ...texts, remedy: this.#proposal };
      this.#texts.set(key, texts);
    }
    this.#add(plan, FINDING_TEXTS[code].severity, code, texts.message, texts.remedy);
  }

  #add(plan: FieldPlan, severity: Severity, code: string, message: Text, remedy: Text): void {
    const source = plan.derivation
      ? this.#plan.fields.find((other) => other.field.key === plan.derivation?.from)
      : plan;
    const text = plan.constant ?? (source ? this.#cellOf(source).text : "");
    const value = plan.field.type === "identity-number" ? maskNumber(cutText(text, 64)) : shownValue(text);
    this.#findings.push({
      row: this.#row,
      field: plan.field.key,
      column: source?.header ?? null,
      value,
      code,
      severity,
      message,
      remedy,
    });
  }

  /** In the order of the item's fields. Of persons neither names nor anything that people wrote freely is told. */
  #sorted(isPerson: boolean): readonly Finding[] {
    const findings = this.#findings;
    if (findings.length > 1) {
      const place = new Map(this.#item.fields.map((field, at) => [field.key, at]));
      findings.sort((a, b) => (place.get(a.field ?? "") ?? 0) - (place.get(b.field ?? "") ?? 0));
    }
    if (!isPerson) return findings;
    const fields = new Map(this.#item.fields.map((field) => [field.key, field]));
    return findings.map((finding) => ({
      ...finding,
      value: valueOfPerson(finding.value, fields.get(finding.field ?? "") ?? null),
    }));
  }
}

function isError(finding: Finding): boolean {
  return finding.severity === "error";
}

function fieldTexts(catalogue: Catalogue, plan: FieldPlan, code: FindingCode): { message: Text; remedy: Text } {
  const { field } = plan;
  const list = plan.codes === null ? undefined : catalogue.codes.get(plan.codes);
  const params = (language: "zh" | "en"): Record<string, string | number> => ({
    title: field.title[language],
    max: "maxLength" in field ? field.maxLength : "",
    values: list?.values.map((value) => (language === "zh" ? value.label.zh : value.value)).join("、") ?? "",
  });
  const filled = (text: Text): Text => ({ zh: fill(text.zh, params("zh")), en: fill(text.en, params("en")) });
  const texts = FINDING_TEXTS[code];
  return { message: filled(texts.message), remedy: filled(texts.remedy) };
}
