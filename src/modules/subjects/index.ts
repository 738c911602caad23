/**
 * Subjects: organisations and sole traders with their identifiers and names in time.
 * Owns `subjects`, `subject_identifiers`, `subject_names`, `subject_search`. Promises: a row is attached automatically only
 * by a valid code with a compatible name, or by another number of one subject with exactly the name that it bore on the
 * day; a subject comes into being only from a valid code; whatever is doubtful waits; a corrected name is gone.
 * Refuses: natural persons; names of persons in search.
 */
export { claimOf, type ClaimParts } from "./claim.ts";
export { identifierKey, isOtherScheme, isTelling, organisationCodeOf, OTHER_SCHEMES } from "./identifier.rules.ts";
export type { OtherIdentifier } from "./identifier.rules.ts";
export { compareNames, type NameComparison, type NameReason } from "./match-name.rules.ts";
export { nameHistory, namesValidOn, type NameSpan, type PublicName } from "./name-history.rules.ts";
export { foldDocumentNumber, foldName, isPersonalTradeName, queryGrams } from "./name.rules.ts";
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
export { findSubjectsByIdentifiers, findSubjectsByUscc, insertIdentifiers, insertSubjects } from "./subjects.store.ts";
export type { NewSubject } from "./subjects.store.ts";
