import type { Citation, PublicityRule } from "#catalogue";
import type { LocalDate } from "../../kernel/time.ts";
import type { Text } from "../../kernel/text.ts";
import { deadlineOf, type WorkdayCount } from "./deadline.rules.ts";
import type { PublicationPlan } from "./publication-plan.ts";
import type { Deadlines, PublicityWindow, ServiceRule, SeverityRules } from "./rule-editions.ts";
import { SEVERITY_CLASSES, type SeverityClass } from "./severity-class.rules.ts";
import { decideSeverity, type SeverityDecision } from "./severity.rules.ts";
import { publicWindow } from "./window.rules.ts";

/** The law data that publication needs, parsed. */
export interface PublicationLaw {
  readonly workdays: WorkdayCount;
  readonly deadlines: Deadlines;
  readonly windows: ReadonlyMap<string, PublicityWindow>;
  readonly severities: ReadonlyMap<string, SeverityRules>;
  readonly services: ReadonlyMap<string, readonly ServiceRule[]>;
}

/** One record as the rules see it, its values looked up by role. */
export interface PublicationQuestion {
  readonly publicity: PublicityRule;
  readonly decisionDate: LocalDate | null;
  /** Value of the role "severity": minor, general, serious, or null. */
  readonly declaredSeverity: string | null;
  readonly penaltyKinds: readonly string[];
  readonly procedure: string | null;
  readonly publicityEnd: LocalDate | null;
  readonly attested: boolean;
  readonly today: LocalDate;
}

/** The plan of one version (masked texts are added by who reads the texts), with what explains it. */
export interface PlannedPublication extends Omit<PublicationPlan, "masked"> {
  readonly publicFrom: LocalDate | null;
  /** Last day in public by all editions known; null is no end, or none to tell. */
  readonly publicUntil: LocalDate | null;
  /** What a rule proposes where the class is not confirmed. */
  readonly proposal: SeverityClass | null;
  /** Why the class is not decided. */
  readonly reason: Text | null;
  readonly basis: Citation | null;
  readonly cappedBy: Citation | null;
}

/**
 * Everything that law says about the publication of one record: last day of the term, class, window, hold. A missing
 * calendar leaves the term empty and names the file; nothing else waits for it.
 * @throws Error when the item names a rule that the law data does not have (the law does not load then)
 */
export function planPublication(question: PublicationQuestion, law: PublicationLaw): PlannedPublication {
  const { publicity, decisionDate, publicityEnd, today } = question;
  const due =
    publicity.deadline !== null && decisionDate !== null
      ? deadlineOf(law.deadlines, law.workdays, publicity.deadline, decisionDate)
      : null;
  const term = {
    dueOn: due && "due" in due ? due.due : null,
    dueMissing: due && "missing" in due ? due.missing : null,
  };
  const class_ = publicity.severity === null ? null : severityOf(question, publicity.severity, law);
  const severity = {
    severity: class_?.severity ?? null,
    severityOrigin: class_?.hold === null ? class_.origin : null,
    proposal: class_ && class_.hold !== null ? class_.proposal : null,
    reason: class_ && class_.hold !== null ? class_.reason : null,
  };
  const facts = { ...term, ...severity, window: publicity.window, declaredEnd: publicityEnd };
  const nothing = { publicFrom: null, publicUntil: null, basis: null, cappedBy: null };
  if (publicity.window === null) return { ...facts, ...nothing, hold: "not-for-the-public" };
  if (class_ && class_.hold !== null) return { ...facts, ...nothing, hold: class_.hold };
  const window = publicWindow({
    window: entry(law.windows, publicity.window, "rules/publicity-windows.json"),
    decisionDate,
    severity: severity.severity,
    declaredEnd: publicityEnd,
    today,
  });
  const { basis, cappedBy, hold } = window;
  return { ...facts, publicFrom: window.from, publicUntil: window.until, basis, cappedBy, hold };
}

function severityOf(question: PublicationQuestion, name: string, law: PublicationLaw): SeverityDecision {
  return decideSeverity({
    declared: SEVERITY_CLASSES.find((one) => one === question.declaredSeverity) ?? null,
    kinds: question.penaltyKinds,
    procedure: question.procedure,
    decisionDate: question.decisionDate,
    attested: question.attested,
    rules: entry(law.severities, name, "rules/severity.json"),
  });
}

function entry<Entry>(entries: ReadonlyMap<string, Entry>, name: string, file: string): Entry {
  const found = entries.get(name);
  if (!found) throw new Error(`no entry ${name} in ${file}`);
  return found;
}
