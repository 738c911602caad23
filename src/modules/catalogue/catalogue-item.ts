import type { LocalDate } from "../../kernel/time.ts";
import type { Text } from "../../kernel/text.ts";

/**
 * One kind of record, as a file in data/catalogue/items describes it. Everything downstream (validator, template, form,
 * page, API schema, dictionary) is derived from this; nothing lists fields by hand. Each new text is a new edition; a
 * record keeps the edition it came in under for ever.
 */
export interface CatalogueItem {
  /** Kebab-case English code, e.g. "administrative-penalty". */
  readonly item: string;
  /** Rises by one with every change of meaning. */
  readonly edition: number;
  readonly title: Text;
  readonly description: Text;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  /** 信息类别 (GB/T 39441 family; national basic catalogue). */
  readonly category: "basic" | "administrative" | "honest" | "seriously-dishonest" | "other";
  /** What the record does to its subject; "neutral" for registration and licences. */
  readonly nature: "positive" | "neutral" | "negative";
  /** 公开属性 of the whole record. */
  readonly disclosure: Disclosure;
  readonly subjectKinds: readonly SubjectKind[];
  /** Reports registrations: a new name under a known code is a change of name, not a contradiction. */
  readonly namesSubject: boolean;
  readonly legalBasis: readonly Citation[];
  readonly purpose: Text;
  readonly necessity: Text;
  readonly retention: { readonly years: number | null; readonly citation: Citation };
  readonly publicity: PublicityRule;
  /** Groups of fields in page and form order. */
  readonly groups: readonly { readonly key: string; readonly title: Text }[];
  readonly fields: readonly Field[];
  /** What identifies a record beside item and source body; hashed before matching. */
  readonly naturalKey: readonly NaturalKeyPart[];
  readonly rules: readonly CrossFieldRule[];
  readonly profiles: readonly SourceProfile[];
  readonly samples: readonly SampleRow[];
}

/** A field key, or several of which the first that the row has counts (credit code, else identity number, else …). */
export type NaturalKeyPart = string | readonly string[];

export type Disclosure = "public" | "government" | "restricted";
export type SubjectKind = "organization" | "sole_trader" | "public_body" | "person";

/** A source of law, standard or fact. `verified` is false where nobody has checked it against the original. */
export interface Citation {
  /** Title of the statute, notice or standard, e.g. 《中华人民共和国行政处罚法》. */
  readonly title: string;
  /** Article, clause or page, e.g. 第四十八条. */
  readonly locator?: string;
  /** Document number, e.g. 发改办财金〔2018〕1149号. */
  readonly number?: string;
  readonly verified: boolean;
  readonly note?: string;
}

export interface PublicityRule {
  /** Entry of data/rules/deadlines.json, or null where no term runs. */
  readonly deadline: string | null;
  /** Entry of data/rules/publicity-windows.json, or null where the record is not for the public. */
  readonly window: string | null;
  /** Entry of data/rules/severity.json, or null where records of this kind have no severity. */
  readonly severity: string | null;
}

/** Closed union; every derivation holds a registry over it. A new type must be answered everywhere. */
export type FieldType = "text" | "identifier" | "identity-number" | "date" | "choice" | "choices" | "money";

/**
 * What a field means to the pipeline. Generic code looks fields up by role, never by key. At most one field per role,
 * except "subject-identifier" and "person-identity".
 */
export type FieldRole =
  | "subject-name"
  | "subject-category"
  /** Day from which the subject bears the reported name; without one the day of decision counts. */
  | "name-valid-from"
  | "subject-identifier"
  | "legal-representative"
  | "person-identity"
  | "decision-date"
  | "document-number"
  | "valid-from"
  | "valid-to"
  | "authority-name"
  | "authority-code"
  | "source-name"
  | "source-code"
  | "headline"
  | "severity"
  | "penalty-kinds"
  | "procedure"
  | "publicity-end"
  | "status";

export type IdentifierScheme =
  | "uscc"
  | "organisation-code"
  | "registration-number"
  | "tax-number"
  | "institution-certificate"
  | "social-organisation-certificate";

interface FieldBase {
  /** camelCase English key; the key in payloads, API and UI. */
  readonly key: string;
  readonly title: Text;
  readonly help: Text;
  readonly group: string;
  readonly role?: FieldRole;
  /** Required always, never, or under a condition on other fields of the row. */
  readonly required: boolean | Condition;
  /** Must be blank under this condition (e.g. a credit code on a natural person). */
  readonly forbidden?: Condition;
  /** May leave the government: "public" on pages, "government" to bodies, "restricted" with a stated purpose only. */
  readonly disclosure: Disclosure;
  /** Official keys and headers under which files carry this field: XK_XDR_MC, 行政相对人名称, older forms, variants. */
  readonly aliases: readonly string[];
  readonly citation?: Citation;
  readonly verified: boolean;
  /** False for platform fields that stand beside the standard's own (severity, procedure). */
  readonly standard: boolean;
}

export interface TextField extends FieldBase {
  readonly type: "text";
  readonly maxLength: number;
  readonly multiline: boolean;
}
export interface IdentifierField extends FieldBase {
  readonly type: "identifier";
  readonly scheme: IdentifierScheme;
  /** Values that mean "no code", e.g. 00000000000000000X. */
  readonly placeholders: readonly string[];
}
export interface IdentityNumberField extends FieldBase {
  readonly type: "identity-number";
  /** Key of the choice field that says which kind of paper it is, or null where it is always 身份证. */
  readonly documentTypeField: string | null;
  readonly maxLength: number;
}
export interface DateField extends FieldBase {
  readonly type: "date";
  /** Whether 长期 / 永久 / 9999-12-31 mean 2099-12-31 here. */
  readonly longTerm: boolean;
}
export interface ChoiceField extends FieldBase {
  readonly type: "choice";
  /** Code list in data/codes. */
  readonly codes: string;
}
export interface ChoicesField extends FieldBase {
  readonly type: "choices";
  readonly codes: string;
  /** Characters that always part several values in one cell; the first is the official one. */
  readonly separators: string;
  /** Characters that part values only where the text as a whole is no value; tried in this order. */
  readonly looseSeparators: string;
}
export interface MoneyField extends FieldBase {
  readonly type: "money";
  /** Unit of a bare number in files; stored as integer 分 (0.01 yuan). */
  readonly unit: "yuan" | "ten-thousand-yuan";
  readonly decimals: number;
  readonly positive: boolean;
}
export type Field =
  TextField | IdentifierField | IdentityNumberField | DateField | ChoiceField | ChoicesField | MoneyField;

/** True when every given part holds on the row's normalised values. */
export interface Condition {
  readonly field: string;
  /** The value is one of these (for "choices": has any of these). */
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
  readonly present?: boolean;
}

/** A rule over several fields, or over one field beyond its type. */
export interface CrossFieldRule {
  /** Stable finding code, kebab-case. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** The field at which the finding is shown. */
  readonly field: string;
  readonly check:
    | { readonly kind: "not-after-today" }
    | { readonly kind: "not-before"; readonly other: string }
    | { readonly kind: "contains-all"; readonly parts: readonly string[] }
    | { readonly kind: "bracketed-year" }
    | { readonly kind: "names-article" }
    /** The field is blank (used with `when`). */
    | { readonly kind: "absent" }
    | { readonly kind: "code-starts-with"; readonly prefixes: readonly string[] }
    | { readonly kind: "code-not-starts-with"; readonly prefixes: readonly string[] };
  readonly when?: Condition;
  readonly message: Text;
  readonly remedy: Text;
  readonly citation?: Citation;
}

/** How one source's own table is read as this item, with no code of its own. */
export interface SourceProfile {
  readonly profile: string;
  readonly title: Text;
  /** Key of the source body in data/catalogue/bodies.json; null where each row names its own. */
  readonly body: string | null;
  /** The item's own headers count beside `columns`: for an earlier state of the same standard. */
  readonly itemHeaders?: boolean;
  /** Header of the source's column → field key. Columns not named are ignored and listed in `ignored`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly constants: Readonly<Record<string, string>>;
  /** Field key → where its value comes from in the row. */
  readonly derivations: Readonly<Record<string, Derivation>>;
  /** Required fields that this source lacks, each with its reason. */
  readonly waived: Readonly<Record<string, Text>>;
  /** Field key → the source's own code list; each of its values tells by `standsFor` what it means in the item's list. */
  readonly codes?: Readonly<Record<string, string>>;
  readonly gates?: readonly Gate[];
  /** Headers by which a table of this source is told from others; three of them, and the reporter is told of the profile. */
  readonly recognisedBy?: readonly string[];
  readonly verified: boolean;
  readonly citation?: Citation;
}
/** A column that the item has no field for, but that decides whether a row may go in. Blank passes. */
export interface Gate {
  /** Finding code, kebab-case. */
  readonly code: string;
  readonly headers: readonly string[];
  readonly codes: string;
  /** Values of that list with which a row goes in. */
  readonly passes: readonly string[];
  readonly message: Text;
  readonly remedy: Text;
}
export type Derivation =
  { readonly kind: "copy"; readonly from: string } | { readonly kind: "category-by-code"; readonly from: string };

/** One row for documentation, the template's example sheet and tests. */
export interface SampleRow {
  readonly name: string;
  /** Field key → text as a department writes it. */
  readonly cells: Readonly<Record<string, string>>;
  /** Codes of the findings that the row must give; empty for a valid row. */
  readonly findings: readonly string[];
}

/** A value after normalisation. Money is integer 分; dates are LocalDate; choices are sorted as written. */
export type FieldValue = string | number | readonly string[];
/** Field key → value; absent keys are empty. */
export type RowValues = Readonly<Record<string, FieldValue>>;

/** data/codes/<list>.json */
export interface CodeList {
  readonly list: string;
  readonly title: Text;
  readonly citation: Citation;
  readonly values: readonly CodeValue[];
}
export interface CodeValue {
  /** The official value as files carry it, e.g. 罚款. */
  readonly value: string;
  readonly label: Text;
  readonly aliases: readonly string[];
  /** An explanation must follow, as in 其他-补充说明. */
  readonly openEnded: boolean;
  /** With openEnded: the bare value counts too. */
  readonly explanationOptional?: boolean;
  /** In a list of subject categories: what kind of subject this is. */
  readonly subjectKind?: SubjectKind;
  /** In a list of subject categories: beginnings of the credit codes of this category; the longest match decides. */
  readonly codePrefixes?: readonly string[];
  /** In a list of identity papers: how a number of this kind is checked. */
  readonly checkedAs?: "citizen-id";
  /** In a source's own list: the value of the item's list that means the same; without one it cannot be taken over. */
  readonly standsFor?: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** data/catalogue/bodies.json: a body of the city, or a source above it. */
export interface Body {
  readonly body: string;
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly uscc: string | null;
  readonly division: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly successor: string | null;
  /** Set for the city's credit office and its centre, whose people may hold the roles that see every body. */
  readonly creditOffice?: true;
  readonly verified: boolean;
  readonly note?: string;
}

/** data/codes/empty-words.json: what departments write where there is nothing. */
export interface EmptyWords {
  readonly title: Text;
  readonly words: readonly string[];
}
