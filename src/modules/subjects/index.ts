/**
 * Subjects: organisations and sole traders with their identifiers and names in time.
 * Owns `subjects`, `subject_identifiers`, `subject_names`, `subject_search`. Promises: a row is attached automatically only
 * by a valid code with a compatible name; a subject comes into being only from a valid code; whatever is doubtful waits.
 * Refuses: natural persons; names of persons in search.
 */
export { foldDocumentNumber, foldName, isPersonalTradeName, queryGrams } from "./name.rules.ts";
export { splitName, type NameParts } from "./name-parts.rules.ts";
export { resolveSubject, REVIEW_REASONS, subjectKindOf } from "./resolve-subject.rules.ts";
export type { KnownSubject, Resolution, ReviewReason, SubjectKindKept } from "./resolve-subject.rules.ts";
export { findSubjectsByUscc, insertNames, insertSubjects } from "./subjects.store.ts";
export type { NewName, NewSubject } from "./subjects.store.ts";
