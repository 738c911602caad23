import type { LocalDate } from "../../kernel/time.ts";
import type { Text } from "../../kernel/text.ts";
import type { SeverityRule, SeverityRules } from "./rule-editions.ts";
import type { SeverityClass } from "./severity-class.rules.ts";

export interface SeverityQuestion {
  /** What the row itself says; wins. */
  readonly declared: SeverityClass | null;
  readonly kinds: readonly string[];
  readonly procedure: string | null;
  readonly decisionDate: LocalDate | null;
  /** The uploader vouches for what the rules propose. */
  readonly attested: boolean;
  readonly rules: SeverityRules;
}

export type SeverityDecision =
  | {
      readonly severity: SeverityClass;
      readonly origin: "declared" | "attested-rule";
      /** Code of the rule, or null where the row said so. */
      readonly rule: string | null;
      readonly hold: null;
    }
  | {
      readonly severity: null;
      /** Unconfirmed: a rule proposes a class and nobody attested it. Undecided: no rule gives a class. */
      readonly hold: "severity-unconfirmed" | "severity-undecided";
      readonly proposal: SeverityClass | null;
      readonly rule: string | null;
      readonly reason: Text;
    };

const NO_RULE: Text = {
  zh: "没有规则能由处罚种类和程序判定失信程度，请填写失信程度",
  en: "No rule tells the severity from kinds and procedure. Give the severity",
};

/**
 * The class of a penalty: as declared, else as the first rule that fits proposes and the uploader attests. Nothing is
 * guessed: what neither decides is held with its reason.
 */
export function decideSeverity(question: SeverityQuestion): SeverityDecision {
  if (question.declared) return { severity: question.declared, origin: "declared", rule: null, hold: null };
  const kinds = question.kinds.map((kind) => kind.split(question.rules.explanationSeparator)[0] ?? kind);
  const rule = question.rules.rules.find((one) => fits(one, kinds, question));
  const proposal = rule?.proposal ?? null;
  if (proposal && rule && question.attested)
    return { severity: proposal, origin: "attested-rule", rule: rule.rule, hold: null };
  return {
    severity: null,
    hold: proposal ? "severity-unconfirmed" : "severity-undecided",
    proposal,
    rule: rule?.rule ?? null,
    reason: rule?.reason ?? NO_RULE,
  };
}

function fits(rule: SeverityRule, kinds: readonly string[], question: SeverityQuestion): boolean {
  const { procedures, kindsWithin, anyKind } = rule.when;
  const day = question.decisionDate;
  if (day !== null && rule.validFrom !== null && day < rule.validFrom) return false;
  if (day !== null && rule.validTo !== null && day > rule.validTo) return false;
  if (procedures && (question.procedure === null || !procedures.includes(question.procedure))) return false;
  if (kindsWithin && (kinds.length === 0 || !kinds.every((kind) => kindsWithin.includes(kind)))) return false;
  return !anyKind || kinds.some((kind) => anyKind.includes(kind));
}
