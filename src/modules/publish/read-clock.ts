import type { StoredServiceStatement } from "#documents";
import { dateOf, type Instant, type LocalDate } from "../../kernel/time.ts";
import { totalsOf, type ClockReading, type ClockTotals } from "./clock-days.rules.ts";
import { countDays, segmentsOf, type CountedSegment } from "./clock.rules.ts";
import type { ClockFacts } from "./clock.store.ts";
import { deadlineOf, deadlineRuleOn } from "./deadline.rules.ts";
import { serviceRuleOn } from "./pause.rules.ts";
import { pausedDeadlineOf } from "./paused-term.rules.ts";
import type { ServiceRule } from "./rule-editions.ts";
import type { ServiceLaw } from "./settle-services.ts";
import { judgeTimeliness, type Timeliness } from "./timeliness.rules.ts";

/** Who held a record when, what the term says of it, and how it counts. */
export interface RecordClock extends Pick<
  ClockFacts,
  "recordId" | "item" | "sourceBody" | "decisionDate" | "dueOn" | "dueMissing"
> {
  readonly termWorkdays: number | null;
  readonly dueIfServedToday: LocalDate | null;
  readonly state: "running" | "paused" | "public" | "withdrawn" | "not-published";
  readonly endedAt: Instant | null;
  readonly counted: boolean;
  readonly onTime: boolean | null;
  readonly excluded: Timeliness["excluded"];
  readonly segments: readonly CountedSegment[];
  readonly totals: ClockTotals;
  readonly statements: readonly Omit<StoredServiceStatement, "recordId">[];
  readonly rule:
    | (Pick<ServiceRule, "title" | "note"> & { readonly serviceDue: LocalDate | null; readonly verified: boolean })
    | null;
}

/** Reads a clock off its facts. What lawfully is not published ends its clock with its filing. */
export function clockOf(
  facts: ClockFacts,
  statements: readonly StoredServiceStatement[],
  law: ServiceLaw,
  reading: ClockReading,
): RecordClock {
  const { recordId, item, sourceBody, decisionDate, dueOn, dueMissing } = facts;
  const verdict = verdictOf(facts, dateOf(reading.now));
  const [state, endedAt] = endOf(facts, verdict);
  const moments = { ...facts, decidedOn: decisionDate, endedAt };
  const segments = countDays(segmentsOf(moments, reading.now), { decidedOn: decisionDate, dueOn }, reading.isWorking);
  const { counted, onTime, excluded } = verdict;
  return {
    recordId,
    item,
    sourceBody,
    decisionDate,
    dueOn,
    dueMissing,
    state,
    endedAt,
    counted,
    onTime,
    excluded,
    ...termOf(facts, law, dateOf(reading.now)),
    segments,
    totals: totalsOf(segments),
    statements: statements.map(({ recordId: _recordId, ...statement }) => statement),
    rule: ruleOf(facts, law),
  };
}

function verdictOf(facts: ClockFacts, today: LocalDate): Timeliness {
  const { dueOn, dueMissing, firstPublicAt, withdrawnAt, hold } = facts;
  return judgeTimeliness({
    dueOn,
    dueMissing,
    firstPublicOn: firstPublicAt === null || withdrawnAt !== null ? null : dateOf(firstPublicAt),
    hold: withdrawnAt === null ? hold : "withdrawn",
    today,
  });
}

function endOf(
  { firstPublicAt, withdrawnAt, filedAt, unserved }: ClockFacts,
  { group }: Timeliness,
): readonly [RecordClock["state"], Instant | null] {
  if (withdrawnAt !== null) return ["withdrawn", firstPublicAt ?? withdrawnAt];
  if (firstPublicAt !== null) return ["public", firstPublicAt];
  if (group === "lawful") return ["not-published", filedAt];
  return [unserved ? "paused" : "running", null];
}

function termOf(
  { item, decisionDate, paused, unserved }: ClockFacts,
  { catalogue, law }: ServiceLaw,
  today: LocalDate,
): Pick<RecordClock, "termWorkdays" | "dueIfServedToday"> {
  const deadline = catalogue.items.findLast((entry) => entry.item === item)?.publicity.deadline ?? null;
  if (deadline === null) return { termWorkdays: null, dueIfServedToday: null };
  const termWorkdays = deadlineRuleOn(law.deadlines, deadline, decisionDate)?.workingDays ?? null;
  if (!unserved) return { termWorkdays, dueIfServedToday: null };
  const closed = paused.map((pause) => ({ ...pause, until: pause.until ?? today }));
  const end = pausedDeadlineOf(law, deadline, decisionDate, closed);
  return { termWorkdays, dueIfServedToday: "due" in end ? end.due : null };
}

function ruleOf({ item, decisionDate }: ClockFacts, { law }: ServiceLaw): RecordClock["rule"] {
  const rule = serviceRuleOn(law.services, item, decisionDate);
  if (!rule) return null;
  const due = deadlineOf(law.deadlines, law.workdays, rule.serviceTerm, decisionDate);
  const verified = rule.citations.every((citation) => citation.verified);
  return { title: rule.title, note: rule.note, serviceDue: "due" in due ? due.due : null, verified };
}
