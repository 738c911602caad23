/**
 * The public register: what anybody may see, since when and until when.
 * Owns `publications` and reads the views of schema `register`. Promises: a record is public within the term of its rule
 * or its body is shown as late; publicity never lasts longer than today's law allows; what ends falls out by date
 * arithmetic, without a job; each figure of timeliness has its numerator, denominator and the decisions behind it.
 * Refuses: former content to the public, numbers of third persons in texts, a severity that nobody vouches for.
 */
export { workingDaysOf } from "./clock-days.rules.ts";
export { registerClockRoutes } from "./clock.routes.ts";
export { compileAnnotator, type RowAnnotation, type RowContext } from "./annotate-row.ts";
export { archiveView } from "./archive-view.ts";
export { checkedFilter, checkEmpty, type CheckedFilter } from "./checked-filter.ts";
export { confirmSeverities } from "./confirm-severities.ts";
export { dateFirstPublication } from "./date-first-publication.ts";
export { deadlineOf, deadlineRuleOn, usualTermOn } from "./deadline.rules.ts";
export { explainTerm, type ExplainedTerm } from "./explain-term.ts";
export { forecastPublication, type PublicationForecast } from "./forecast-publication.ts";
export { loadPublicationLaw } from "./load-publication-law.ts";
export { onRecordsRehomed, onVersionsAppended } from "./on-versions-appended.ts";
export {
  countFiledDecisions,
  listFiledDecisions,
  listPublishedRecords,
  type FiledCount,
  type FiledDecision,
  type FiledFilter,
  type PublishedRecord,
} from "./filed-decisions.store.ts";
export type { HoldReason } from "./publication-plan.ts";
export type { PublicationLaw } from "./publication.rules.ts";
export { addressOf, getSubjectBy, listRegister, searchRegister, type Page, type SearchResult } from "./public-reads.ts";
export { SUBJECT_RECORDS_CEILING } from "./public-register.ts";
export { findPublicRecord, type RecordFilter } from "./public-register.store.ts";
export type {
  GoneRecord,
  PublicChange,
  PublicRecord,
  PublicRecordSummary,
  PublicSubject,
  PublicSubjectSummary,
  RegisterFigures,
  TimelinessFigure,
} from "./public-register.ts";
export { findPublication, type PublicationState } from "./publications.store.ts";
export { publishProblem } from "./publish.problems.ts";
export { goneExtra, isGone, registerPublishRoutes, type RegisterSources } from "./publish.routes.ts";
export {
  getFigures,
  listCountedDecisions,
  listTimelinessDecisions,
  readTimeliness,
  type JudgedDecision,
} from "./read-timeliness.ts";
export { serviceFollower } from "./settle-services.ts";
export { ruleSchemaFiles } from "./rule-editions.ts";
export { SEVERITY_CLASSES } from "./severity-class.rules.ts";
export { countHeld } from "./service.store.ts";
export { countUndecided } from "./publications.store.ts";
export { recountTerms } from "./recount-terms.ts";
export { syncTerms } from "./terms.store.ts";
export type { DeadlineRule, PublicityWindow } from "./rule-editions.ts";
export { registerTimelinessRoutes } from "./timeliness.routes.ts";
export type { Exclusion } from "./timeliness.rules.ts";
export type { TimelinessFilter } from "./timeliness.store.ts";
export { editionOn, publicWindow, type PublicWindow } from "./window.rules.ts";
export { syncWindows } from "./windows.store.ts";
