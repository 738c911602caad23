import {
  compilePublicMasks,
  shownValue,
  type CatalogueItem,
  type Catalogue,
  type FieldRole,
  type FieldValue,
  type RowValues,
} from "#catalogue";
import type { Finding } from "../../kernel/finding.ts";
import type { Text } from "../../kernel/text.ts";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import type { PublicationPlan } from "./publication-plan.ts";
import { planPublication, type PlannedPublication, type PublicationLaw } from "./publication.rules.ts";

/** What publication has to say about a row: its plan, and what the uploader should know. */
export interface RowAnnotation {
  readonly annotation: PublicationPlan;
  readonly findings: readonly Omit<Finding, "row">[];
}

export interface RowContext {
  /** The uploader vouches for the severity that the rules propose. */
  readonly attested: boolean;
  readonly today: LocalDate;
}

const MASKED: Text = {
  zh: "公开内容中含有个人号码（身份证、电话或账号），公示时已遮盖",
  en: "A value for the public holds personal numbers (identity, telephone or account); they are masked in public",
};
const MASKED_REMEDY: Text = {
  zh: "无需处理；建议在源系统中去除与决定无关的个人号码",
  en: "Nothing to do; better leave numbers of persons out at the source",
};
const SEVERITY_REMEDIES: Readonly<Record<"severity-unconfirmed" | "severity-undecided", Text>> = {
  "severity-unconfirmed": {
    zh: "核对后重新报送并勾选“确认失信程度建议”（--attest），或填写“失信程度”列；在此之前不公示",
    en: "Check it and send the file again with the tick for proposed severities (--attest), or fill in the severity column; until then it is not public",
  },
  "severity-undecided": {
    zh: "在“失信程度”列填写轻微、一般或严重后重新报送；在此之前不公示",
    en: "Fill in the severity column (minor, general, serious) and send the file again; until then it is not public",
  },
};

/** Compiles what publication says about each row of an item; pure, for the reader thread. */
export function compileAnnotator(
  catalogue: Catalogue,
  law: PublicationLaw,
  item: CatalogueItem,
): (values: RowValues, context: RowContext) => RowAnnotation {
  const masksOf = compilePublicMasks(catalogue, item);
  const severityField = item.fields.find((field) => field.role === "severity") ?? null;
  const planOf = rememberingPlans(item, law);
  return (values, context) => {
    const findings: Omit<Finding, "row">[] = [];
    const masks = masksOf(values);
    for (const { field, value } of masks) {
      const shown = typeof value === "string" ? value : value.join("；");
      const code = "third-party-number-masked";
      findings.push(finding(field.key, field.title.zh, code, shownValue(shown), MASKED, MASKED_REMEDY));
    }
    const masked = masks.length === 0 ? null : Object.fromEntries(masks.map(({ field, value }) => [field.key, value]));
    const plan = planOf(values, context);
    if (plan.hold === "severity-unconfirmed" || plan.hold === "severity-undecided") {
      const remedy = SEVERITY_REMEDIES[plan.hold];
      const title = severityField?.title.zh ?? null;
      findings.push(finding(severityField?.key ?? null, title, plan.hold, plan.proposal ?? "", reasonOf(plan), remedy));
    }
    return { annotation: toPlan(plan, masked), findings };
  };
}

/** Beyond so many different questions the memory is emptied; a file has few. */
const REMEMBERED = 20_000;

/** Plans a row's publication, once for all rows that ask the same: a file has few days, classes and kinds. */
function rememberingPlans(
  item: CatalogueItem,
  law: PublicationLaw,
): (values: RowValues, context: RowContext) => PlannedPublication {
  const known = new Map<string, PlannedPublication>();
  const roles: readonly FieldRole[] = ["decision-date", "severity", "procedure", "publicity-end", "penalty-kinds"];
  const keys = roles.map((role) => item.fields.find((field) => field.role === role)?.key ?? null);
  return (values, { attested, today }) => {
    const [decided, severity, procedure, end, kinds] = keys.map((key) => (key === null ? undefined : values[key]));
    const question = JSON.stringify([today, attested, decided, severity, procedure, end, kinds]);
    let plan = known.get(question);
    if (plan) return plan;
    plan = planPublication(
      {
        publicity: item.publicity,
        decisionDate: dayOf(decided),
        declaredSeverity: wordOf(severity),
        penaltyKinds: typeof kinds === "object" ? kinds : [],
        procedure: wordOf(procedure),
        publicityEnd: dayOf(end),
        attested,
        today,
      },
      law,
    );
    if (known.size >= REMEMBERED) known.clear();
    known.set(question, plan);
    return plan;
  };
}

function wordOf(value: FieldValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function dayOf(value: FieldValue | undefined): LocalDate | null {
  return parseLocalDate(wordOf(value) ?? "");
}

function toPlan(plan: PlannedPublication, masked: PublicationPlan["masked"]): PublicationPlan {
  const { dueOn, dueMissing, window, declaredEnd, severity, severityOrigin, hold } = plan;
  return { dueOn, dueMissing, window, declaredEnd, severity, severityOrigin, hold, masked };
}

function reasonOf(plan: PlannedPublication): Text {
  return plan.reason ?? { zh: "失信程度未确定", en: "The severity is not decided" };
}

function finding(
  field: string | null,
  column: string | null,
  code: string,
  value: string,
  message: Text,
  remedy: Text,
): Omit<Finding, "row"> {
  return { field, column, value, code, severity: "warning", message, remedy };
}
