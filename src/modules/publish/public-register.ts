import type { MatchReason } from "#subjects";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { RecordId, SubjectId } from "../../kernel/ids.ts";
import type { RowValues } from "#catalogue";

/** What anybody may see today. Every type here is filled from the views of schema `register` and from nothing else. */

/** A subject in a result list. */
export interface PublicSubjectSummary {
  readonly subjectId: SubjectId;
  readonly uscc: string | null;
  readonly name: string;
  readonly kind: "organization" | "sole_trader" | "public_body";
  /** The former name under which it was found, or null. */
  readonly matchedName: string | null;
  /** Why it was found. */
  readonly reason: MatchReason;
  /** Parts of `matchedName`, or of `name` where that is null, that answered: first and behind-last position. */
  readonly marks: readonly (readonly [number, number])[];
  /** Counted up to {@link SUBJECT_RECORDS_CEILING}. */
  readonly publicRecords: number;
}

/** Up to this many public records of a subject in a result list are counted. */
export const SUBJECT_RECORDS_CEILING = 1000;

/** A record in a list or timeline. */
export interface PublicRecordSummary {
  readonly recordId: RecordId;
  readonly item: string;
  readonly edition: number;
  readonly subjectName: string;
  readonly uscc: string | null;
  readonly headline: string;
  readonly documentNumber: string;
  readonly authority: string;
  readonly sourceBody: string;
  readonly decisionDate: LocalDate;
  readonly severity: string | null;
  readonly firstPublicAt: Instant;
  /** Last day in public, or null where publicity has no end of its own. */
  readonly publicUntil: LocalDate | null;
  /** Last day on which the licence holds, or null. */
  readonly validTo: LocalDate | null;
}

export interface PublicSubject {
  readonly subjectId: SubjectId;
  readonly uscc: string | null;
  readonly name: string;
  readonly kind: PublicSubjectSummary["kind"];
  readonly formerNames: readonly { readonly name: string; readonly until: LocalDate | null }[];
  /** Counts of public records by item. */
  readonly counts: Readonly<Record<string, number>>;
}

/** One change of a record that the public may know of: that, when and why class; never the former content. */
export interface PublicChange {
  readonly version: number;
  readonly at: Instant;
  readonly cause: "first" | "correction" | "withdrawal" | "rehoming";
  /** Keys of the fields that changed; empty for the first version. */
  readonly changedFields: readonly string[];
  /** Why, where people corrected it by hand: an entry of data/rules/amendment-grounds.json. */
  readonly ground: string | null;
}

export interface PublicRecord extends PublicRecordSummary {
  readonly subjectId: SubjectId;
  /** Public fields of the current version only, numbers of persons masked. */
  readonly values: RowValues;
  /** Keys of fields in which numbers of persons were masked. */
  readonly maskedFields: readonly string[];
  readonly version: number;
  readonly changes: readonly PublicChange[];
  readonly reportedAt: Instant;
  /** Last day of the publication term, or null with the calendar file that is missing. */
  readonly dueOn: LocalDate | null;
  readonly dueMissing: string | null;
  /** Hex SHA-256 commitment of the current version. */
  readonly commitment: string;
}

/** Why a record is not there any more: answered with 410 and no content; the reason of a withdrawal is none. */
export interface GoneRecord {
  readonly recordId: RecordId;
  /** not-published: its class is not published, by a correction or by a later rule. */
  readonly reason: "withdrawn" | "window-ended" | "not-published" | "rehomed";
  readonly since: LocalDate;
  /** Of a withdrawal: why, in the words of its source, numbers of persons masked. */
  readonly statedReason: string | null;
}

/** One figure of timeliness with its numerator and denominator. */
export interface TimelinessFigure {
  readonly item: string;
  readonly sourceBody: string;
  /** Month of the decision, "YYYY-MM". */
  readonly month: string;
  /** Published within the term. */
  readonly onTime: number;
  /** Decisions that may lawfully be published and whose term has run out or that are public already. */
  readonly due: number;
  /** Lawfully not published, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
}

/** The figures of the home page. */
export interface RegisterFigures {
  readonly publicRecords: number;
  readonly subjects: number;
  readonly onTimeThisMonth: { readonly onTime: number; readonly due: number; readonly month: string };
  readonly lastUpdate: Instant | null;
}
