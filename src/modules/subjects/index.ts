/**
 * Subjects: organisations and sole traders with their identifiers and names in time.
 * Owns `subjects`, `subject_identifiers`, `subject_names`, `subject_search`, `judgements`, `subject_redirects`. Promises: a row is attached automatically only
 * by a valid code with a compatible name, or by another number of one subject with exactly the name that it bore on the
 * day; a subject comes into being only from a valid code or a judgement; whatever is doubtful waits; a corrected name is
 * gone; a judgement is remembered and can be undone.
 * Refuses: natural persons; names of persons in search.
 */
export type { JudgedClaim, Judgement, JudgementDetail, JudgementKind } from "./judgement.ts";
export {
  getJudgement,
  insertJudgement,
  listJudgements,
  listJudgementsOfClaim,
  readJudgedClaims,
} from "./judgements.store.ts";
export {
  endRedirects,
  findSubject,
  findSubjectIdByUscc,
  insertJudgedSubject,
  listIdentifiers,
  listMerged,
  listNames,
  lockSubjects,
  moveIdentifiers,
  moveNames,
  rebuildSearch,
  redirectSubjects,
  returnNames,
  shareSubjects,
} from "./moves.store.ts";
export type { HeldIdentifier, HeldName } from "./moves.store.ts";
export { subjectProblem } from "./subjects.problems.ts";
export { MATCHING_VERSION, type Candidate, type ReviewClaim } from "./candidates.rules.ts";
export { findCandidates } from "./find-candidates.ts";
export { claimOf, type ClaimParts } from "./claim.ts";
export { identifierKey, isOtherScheme, organisationCodeOf, OTHER_SCHEMES } from "./identifier.rules.ts";
export type { OtherIdentifier } from "./identifier.rules.ts";
export { isTelling } from "./telling-identifier.ts";
export { compareNames, type NameComparison, type NameReason } from "./match-name.rules.ts";
export { nameHistory, namesValidOn, type NameSpan, type PublicName } from "./name-history.rules.ts";
export { foldDocumentNumber, foldName } from "./name.rules.ts";
export { isPersonalTradeName } from "./personal-trade-name.rules.ts";
export { splitName, type NameParts } from "./name-parts.rules.ts";
export {
  insertNames,
  retractNames,
  unregisterName,
  widenNames,
  type NewName,
  type WidenedName,
} from "./names.store.ts";
export { resolveSubject, REVIEW_REASONS, subjectKindOf } from "./resolve-subject.rules.ts";
export type { KnownName, KnownSubject, Resolution, ReviewReason, SubjectKindKept } from "./resolve-subject.rules.ts";
export {
  findArchive,
  findSubjectsByIdentifiers,
  findSubjectsByUscc,
  insertIdentifiers,
  insertSubjects,
} from "./subjects.store.ts";
export type { NewSubject } from "./subjects.store.ts";
export type { MatchReason } from "./search/rank-match.rules.ts";
export { SEARCH_MILLISECONDS, searchSubjects, type SubjectHit, type SubjectSearch } from "./search/search-subjects.ts";
export { findNamesByUscc } from "./names-by-uscc.store.ts";
