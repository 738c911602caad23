import type { Text } from "../../../kernel/text.ts";
import { hasOrganisationCheck, hasRegistrationCheck } from "./check-digits.ts";
import { checkIdentifier, type IdentifierKind } from "./check-identifier.ts";
import { isCitizenId, isCitizenShaped } from "./citizen-id.ts";
import { foldIdentifier } from "./fold-identifier.ts";
import { checkUscc } from "./uscc.ts";
import { usccRepairs } from "./uscc-repairs.ts";

/** What can be said about one number. */
export interface Identified {
  /** The number in its canonical form. */
  readonly value: string;
  /** Null where the number has the form of no known kind. */
  readonly kind: IdentifierKind | null;
  readonly valid: boolean;
  /** The rule that it breaks; of a right number the first warning; else null. */
  readonly reason: string | null;
  readonly reasonText: Text | null;
  /** Right numbers one slip away, likeliest first; only for credit codes (numbers of persons are never guessed). */
  readonly repairs: readonly string[];
}

/** Names under which people ask for a kind, folded by {@link foldKind}. */
const KINDS: ReadonlyMap<string, IdentifierKind> = new Map([
  ...kindNames("uscc", "统一社会信用代码", "社会信用代码", "信用代码", "credit-code"),
  ...kindNames("organisation-code", "organization-code", "org-code", "组织机构代码"),
  ...kindNames("registration-number", "reg-number", "registration", "工商注册号", "注册号"),
  ...kindNames("tax-number", "tax", "税务登记号", "纳税人识别号"),
  ...kindNames("institution-certificate", "事业单位证书号"),
  ...kindNames("social-organisation-certificate", "social-organization-certificate", "社会组织登记证号"),
  ...kindNames("citizen-id", "id-card", "citizen", "身份证", "身份证号", "公民身份号码"),
]);

function kindNames(kind: IdentifierKind, ...aliases: readonly string[]): [string, IdentifierKind][] {
  return [kind, ...aliases].map((name) => [foldKind(name), kind]);
}

function foldKind(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, "");
}

const UNKNOWN_KIND: Text = { zh: "没有这种号码", en: "There is no such kind of number" };
const UNKNOWN_FORM: Text = { zh: "不像任何已知的代码或号码", en: "It has the form of no known code or number" };

/**
 * Checks a number as somebody typed it. Without a kind the kind is told from the form: 18 characters are a credit code
 * unless they are a citizen's number, 15 digits a registration number unless only a citizen's number fits.
 */
export function identify(value: string, kind?: string): Identified {
  const code = foldIdentifier(value);
  if (kind === undefined) {
    const guessed = guessKind(code);
    return guessed ? judge(code, guessed) : unknown(code, "unknown-form", UNKNOWN_FORM);
  }
  const asked = KINDS.get(foldKind(kind));
  return asked ? judge(code, asked) : unknown(code, "unknown-kind", UNKNOWN_KIND);
}

function unknown(value: string, reason: string, reasonText: Text): Identified {
  return { value, kind: null, valid: false, reason, reasonText, repairs: [] };
}

function judge(code: string, kind: IdentifierKind): Identified {
  const checked = checkIdentifier(kind, code);
  if (checked.valid) {
    const [warning] = checked.warnings;
    return {
      value: checked.value,
      kind,
      valid: true,
      reason: warning?.code ?? null,
      reasonText: warning?.message ?? null,
      repairs: [],
    };
  }
  const repairs = kind === "uscc" && checked.reason !== "uscc-is-citizen-id" ? usccRepairs(code) : [];
  return { value: code, kind, valid: false, reason: checked.reason, reasonText: checked.message, repairs };
}

function guessKind(code: string): IdentifierKind | null {
  if (checkUscc(code).valid) return "uscc";
  if (isCitizenId(code) && !hasRegistrationCheck(code)) return "citizen-id";
  if (code.length === 18) return isCitizenShaped(code) ? "citizen-id" : "uscc";
  if (/^\d{15}$|^\d{13}$/.test(code)) return "registration-number";
  if (/^\d{12}$/.test(code)) return "institution-certificate";
  if (hasOrganisationCheck(code) || /^[0-9A-Z]{9}$/.test(code)) return "organisation-code";
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(code) || /^[0-9A-Z]{16,19}$/.test(code)) return "uscc";
  return null;
}
