// Printed by `npm run generate` from the live catalogs; editing it by hand fails the check.
// Dates are "YYYY-MM-DD", moments RFC 3339 in UTC, bigint a number (src/platform/db sets the parsers).

import type { Generated } from "kysely";

/** Keys of programs, each for one body; only the hash is kept. No key holds a role that decides. */
export interface AccountsApiKeys {
  key_id: string;
  name: string;
  token_hash: Buffer;
  body: string;
  roles: string[];
  made_by: string;
  made_at: string;
  expires_at: string;
  /** When a second person approved it; until then it opens nothing. */
  approved_at: string | null;
  ended_at: string | null;
  last_used_on: string | null;
}

/** How a person proves who they are: a password (scrypt), an identity service. */
export interface AccountsCredentials {
  id: string;
  /** The person's id for a password, else the subject by which the identity service knows them. */
  account_id: string;
  /** 'credential' for a password, else the issuer of an identity service (OpenID Connect). */
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: string | null;
  refresh_token_expires_at: string | null;
  scope: string | null;
  password: string | null;
  created_at: string;
  updated_at: string;
}

/** By which an invited person sets a first password, in two halves: nobody alone could act in another's name. */
export interface AccountsInvitations {
  proceeding_id: string;
  user_id: string;
  /** SHA-256 of the half that whoever proposed it was given. */
  first_hash: Buffer;
  /** SHA-256 of the half that whoever approved it was given; null until then. */
  second_hash: Buffer | null;
  expires_at: string;
  used_at: string | null;
}

/** Public keys of people's authenticators (WebAuthn); the private ones never leave the authenticator. */
export interface AccountsPasskeys {
  id: string;
  /** As its owner calls it. */
  name: string;
  public_key: string;
  user_id: string;
  credential_id: string;
  /** Uses as the authenticator counts them (WebAuthn signature counter); one that goes back is a copy. 0 where it does not count. */
  counter: number;
  device_type: string;
  /** Whether the authenticator keeps a copy elsewhere, such as in a password manager. */
  backed_up: boolean;
  transports: string | null;
  created_at: string;
  /** Model of the authenticator. */
  aaguid: string | null;
  last_used_on: string | null;
}

/** People who may sign in. */
export interface AccountsPeople {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  username: string;
  display_username: string | null;
  two_factor_enabled: boolean | null;
  /** Set where somebody else chose the password; nothing else can be done until it is changed. */
  must_change_password: Generated<boolean>;
  created_at: string;
  updated_at: string;
}

/** Which role a person holds in which body, from when until when, by which proceedings. */
export interface AccountsRolesHeld {
  user_id: string;
  body: string;
  role: string;
  /** The proceeding, decided by a second person, that gave it. */
  proceeding_id: string;
  held_from: string;
  held_until: string | null;
  ended_by: string | null;
}

/** Secrets of one-time codes (TOTP, RFC 6238), encrypted. */
export interface AccountsSecondFactors {
  id: string;
  secret: string;
  backup_codes: string;
  user_id: string;
  verified: boolean | null;
  failed_verification_count: number | null;
  locked_until: string | null;
}

/** Who is signed in, until when. */
export interface AccountsSessions {
  id: string;
  expires_at: string;
  token: string;
  ip_address: string | null;
  user_agent: string | null;
  user_id: string;
  created_at: string;
  updated_at: string;
}

/** Wrong passwords in a row by user name and network, whether or not there is such a user; too many lock the name for that network for a while. */
export interface AccountsSignInNetworks {
  username: string;
  /** An IPv4 address, the first 64 bits of an IPv6 one, or '*': all networks together from which the name is not known. */
  network: string;
  failures: number;
  last_at: string;
  locked_until: string | null;
  /** Until when this network counts as one from which the user has signed in; null where the user never has. */
  known_until: string | null;
}

/** Short-lived proofs, such as a sign-in that waits for its second factor. */
export interface AccountsVerifications {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

/** The same of all bodies. For no role; the counts of register are built on it. */
export interface AllMissingStates {
  series_id: string | null;
  year: number | null;
  number: number | null;
  body: string | null;
  item: string | null;
  place: string | null;
  month: string | null;
  due_on: string | null;
  due_missing: string | null;
  answer_by: string | null;
  raised_at: string | null;
  arrived_at: string | null;
  answer_id: string | null;
  answer: string | null;
  ask_again_on: string | null;
  verdict: string | null;
  state: string | null;
}

/** Append-only. Who did or read what, written in the transaction of the act itself. */
export interface AuditEntries {
  entry_id: string;
  at: string;
  actor: string;
  action: string;
  target: string;
  detail: unknown;
  request_id: string | null;
  /** The body for which it was done. */
  body: string | null;
  /** What a restricted read was for, as the reader stated it. */
  purpose: string | null;
  /** Network address from which the request came. */
  origin: string | null;
}

/** Findings of a batch grouped by cause: how many, in which rows, with samples. A million equal errors are one line. */
export interface BatchCauses {
  batch_id: string;
  cause: number;
  code: string;
  severity: string;
  field: string | null;
  column_title: string | null;
  message: unknown;
  remedy: unknown;
  total: number;
  row_ranges: string;
  samples: unknown;
}

/** Every single error, review and warning of a batch with the value that stood there; identity numbers masked. */
export interface BatchFindings {
  batch_id: string;
  row_number: number;
  ordinal: number;
  cause: number;
  value: string;
}

/** One file or body that was handed in: who, when, under which edition, what became of its rows. */
export interface Batches {
  batch_id: string;
  item: string;
  edition: number;
  profile: string | null;
  source_body: string | null;
  file_name: string;
  content_sha256: Buffer;
  bytes: number;
  /** Key of the raw file, wrapped by the installation's keyring. */
  file_key: Buffer;
  /** The uploader vouches for proposals of the severity rule. */
  attested: boolean;
  uploaded_by: string;
  received_at: string;
  state: string;
  /** A worker that lives renews this; past it the batch is shown as interrupted and is taken up anew. */
  lease_until: string | null;
  attempts: Generated<number>;
  rows_read: Generated<number>;
  rows_filed: Generated<number>;
  rows: number | null;
  accepted: number | null;
  changed: number | null;
  duplicates: number | null;
  review: number | null;
  /** Rows on natural persons among those in review, waiting until their safeguards exist. */
  held: number | null;
  rejected: number | null;
  seconds: number | null;
  format: string | null;
  notes: unknown;
  /** What became of the filed rows: public, or held by which reason, in counts. */
  publication: unknown;
  /** Why the whole file was refused: code, message, remedy. */
  refusal: unknown;
  /** The batch whose annotated file came back as this one. */
  repairs: string | null;
  /** What became of that batch's problems: rows that failed or waited, known again, solved. */
  repair_result: unknown;
  finished_at: string | null;
  /** The body for which the uploader acted; null for the machine's own key. */
  body: string | null;
  /** The batch whose raw file holds the rows that this one corrects cell by cell; null for a file of its own. */
  table_of: string | null;
  /** Rows of the batch named by repairs that this one hands in again, corrected; null for a file of its own. */
  corrected_rows: string | null;
  /** How it came: file, sent by a person or a program; form, typed at the desk. */
  channel: Generated<string>;
  /** The uploader says that the decisions of this file are not served yet: they are filed and held. */
  unserved: Generated<boolean>;
}

/** Bodies of government and other sources, loaded from data/catalogue/bodies.json. */
export interface Bodies {
  body: string;
  name_zh: string;
  name_en: string;
  uscc: string | null;
  division: string;
  valid_from: string | null;
  valid_to: string | null;
  successor: string | null;
}

/** Which text of data/calendar/<year>.json the stored terms were counted by; a new or amended year makes them be counted anew. */
export interface CalendarYears {
  year: number;
  /** SHA-256 of the days that the file names. */
  digest: Buffer;
  loaded_at: Generated<string>;
}

/** Each edition of each catalogue item as it was loaded; never changed, records are bound to it. */
export interface CatalogueEditions {
  item: string;
  edition: number;
  effective_from: string;
  effective_to: string | null;
  /** SHA-256 over the definition and the values of its code lists; an end that is set later is not in it. */
  digest: Buffer;
  /** Keys of the fields that may be shown to the public; the public view lets only these through. */
  public_fields: string[];
  /** Field role to field key, for reads that must find the headline or the authority of any item. */
  roles: unknown;
  /** The item as it was loaded, without its end, which stands in effective_to. */
  definition: unknown;
  loaded_at: Generated<string>;
}

/** The same for the application, by the scope that the transaction has declared, as the policies of the tables behind it say. An owner-rights view with the policy in it: one with the rights of whoever asks would take the public's rights below the views of register, too. */
export interface ClockFacts {
  subject_id: string | null;
  record_id: string | null;
  item: string | null;
  source_body: string | null;
  decision_date: string | null;
  due_on: string | null;
  due_missing: string | null;
  hold: string | null;
  unserved: boolean | null;
  paused: unknown;
  received_at: string | null;
  waited_from: string | null;
  waited_to: string | null;
  filed_at: string | null;
  first_public_at: string | null;
  withdrawn_at: string | null;
}

/** Append-only. How many decisions a body says it made in a month, signed by a second person; the latest of a month counts. */
export interface CountAttestations {
  attestation_id: string;
  body: string;
  item: string;
  month: string;
  decisions: number;
  /** The month's highest document number of each series, as written; numbers after the last on file are asked for by it. */
  highest: string[];
  words: string;
  stated_by: string;
  signed_by: string;
  at: string;
}

/** Decisions on file by month of decision: different document numbers, those in review included. */
export interface DecisionMonths {
  body: string;
  item: string;
  month: string;
  decisions: number;
}

/** Append-only. The paper behind a record, as its body attached it; a later one of the same kind supersedes it. By record and not by subject: the record keeps its id wherever it moves. */
export interface Documents {
  record_id: string;
  /** 1, 2, 3 within the record, over all kinds. */
  sequence: number;
  /** The body of the record, by which rows are scoped. */
  source_body: string;
  /** decision: the decision itself; service-proof: that it was served. */
  kind: string;
  /** As the content proves it, whatever name or type it came under. */
  media_type: string;
  bytes: number;
  sha256: Buffer;
  /** Pages as far as they can be counted without unpacking anything; null where they cannot. */
  pages: number | null;
  file_name: string;
  /** Names the sealed file in the data directory. */
  file_id: string;
  /** Key of the sealed file, wrapped by the installation's keyring. */
  file_key: Buffer;
  filed_by: string;
  filed_at: string;
}

/** Append-only. The figures of a month as they were on the day of freezing, signed; a further statement names the one that it replaces and says why. */
export interface FigureStatements {
  statement_id: string;
  /** YYYY-MM: decisions made, or rows reported, in this month. */
  month: string;
  /** 1 for the month's first statement, then one more for each further. */
  number: number;
  supersedes: string | null;
  reason: string | null;
  frozen_at: string;
  frozen_by: string;
  /** RFC 8785 canonical JSON: every figure with numerator, denominator and the digest of the rows behind it. Counts and digests only, so it is public. */
  content: string;
  /** SHA-256 of the content; a further statement names it. */
  digest: Buffer;
  /** First 16 hex digits of the SHA-256 of the public key. */
  key_id: string;
  public_key: Buffer;
  /** Ed25519 (RFC 8032) over the text of src/verify/figure-statement.ts. */
  signature: Buffer;
}

/** Append-only. What a body answered about missing numbers, once it is in force; taken back only by a further row. */
export interface GapAnswers {
  answer_id: string;
  series_id: string;
  body: string;
  year: number;
  from_number: number;
  to_number: number;
  /** Standard answer of data/rules/omissions.json; null for a row that undoes another. */
  answer: string | null;
  edition: string | null;
  /** Whether the edition asks for a second person; the row exists once that person has agreed. */
  review: boolean;
  words: string;
  given_by: string;
  approved_by: string | null;
  at: string;
  /** From this day on the question is open again; null: the answer stays. */
  ask_again_on: string | null;
  undoes: string | null;
}

/** Answers to repeated POST requests: same key and same content give the first answer, other content is refused. */
export interface IdempotencyKeys {
  actor: string;
  key: string;
  request_hash: Buffer;
  /** What the first request made or changed: a batch, a record. */
  answer: string;
  created_at: string;
}

/** Append-only. What somebody decided about whose a row or record is; taken back only by a further judgement. */
export interface Judgements {
  judgement_id: string;
  kind: string;
  /** SHA-256 over the canonical JSON of a row's identifiers and folded name; later rows with the same claim follow. */
  claim: Buffer | null;
  /** The waiting row that was judged. */
  natural_key: Buffer | null;
  /** To whom it goes: subject of an attachment, result of a merge, receiver of a split. */
  subject_id: string | null;
  /** From whom it goes: the merged or split subject. */
  other_subject: string | null;
  decided_by: string;
  reason: string;
  at: string;
  undoes: string | null;
  /** What was moved, so that undoing moves exactly that back: ids and identifiers of organisations, no contents. */
  detail: unknown;
}

/** Where a person wants notices by mail, and whether. */
export interface MailSettings {
  person: string;
  /** As the person gave it; null is none. */
  address: string | null;
  wanted: boolean;
  changed_at: string;
}

/** The numbered SQL files that this database has seen. */
export interface Migrations {
  /** Number of the file, without gaps from 1. */
  number: number;
  /** Name of the file. */
  name: string;
  /** Hex SHA-256 of the file as applied; a file is never edited afterwards. */
  checksum: string;
  /** When it was applied. */
  applied_at: Generated<string>;
}

/** Numbers of a series that no record bears: questions, never findings. Asked once due_on has passed; closed by itself when the record arrives. */
export interface MissingNumbers {
  series_id: string;
  year: number;
  number: number;
  body: string;
  item: string;
  /** between two numbers on file; leading: before the first; attested: after the last, by the body's own signed count. */
  place: string;
  /** First day of the month by which the decision was made, if it was made: that of the later neighbour. */
  month: string;
  /** Last day of the publication term of its later neighbour; null where due_missing names the calendar that is needed. */
  due_on: string | null;
  due_missing: string | null;
  /** Last day on which an unanswered question counts as open; unexplained afterwards. */
  answer_by: string | null;
  raised_at: string;
  /** When a record with the number was seen, or the number turned out to be none of the series. */
  arrived_at: string | null;
}

/** Where each missing number stands today, by date arithmetic: not-yet-asked, open, unexplained, answered, arrived. Sees what its reader may. */
export interface MissingStates {
  series_id: string | null;
  year: number | null;
  number: number | null;
  body: string | null;
  item: string | null;
  place: string | null;
  month: string | null;
  due_on: string | null;
  due_missing: string | null;
  answer_by: string | null;
  raised_at: string | null;
  arrived_at: string | null;
  answer_id: string | null;
  answer: string | null;
  ask_again_on: string | null;
  verdict: string | null;
  state: string | null;
}

/** Append-only. One item of a monthly table: what was produced, published on the body's own site, and reported. */
export interface MonthlyTableLines {
  table_id: string;
  item: string;
  produced: number;
  own_site: number;
  /** Decisions of the month on file when the table was made; counted by the database, no role may write it. */
  reported: number;
  /** Why some were not reported: standard answer of data/rules/coverage-answers.json; null where all were. */
  basis: string | null;
  basis_words: string | null;
}

/** Append-only. What a body says of its double publicity in a month; each change is a further version, signed or returned by a second person in its proceeding. */
export interface MonthlyTables {
  table_id: string;
  body: string;
  month: string;
  version: number;
  /** Where the body publishes on its own site; null where it published nothing there. */
  address: string | null;
  published_on: string | null;
  made_by: string;
  made_at: string;
  proceeding_id: string;
}

/** Occasions that are dealt with: their notices are unread by nobody any more. Append-only. */
export interface NoticeEnds {
  occasion: string;
  ended_at: string;
}

/** One mail of a notice to one person: waiting, sent, or failed for good and kept. */
export interface NoticeMails {
  notice_id: string;
  person: string;
  /** Where it goes, as it was when the mail was made out. */
  address: string;
  state: string;
  attempts: Generated<number>;
  /** When it is tried next; while somebody tries it, when another may. */
  next_try_at: string;
  ended_at: string | null;
  /** What the last try failed by, as the mail server said it. */
  fault: string | null;
}

/** Notices whose mails are still to be made out, written with the notice; taken out when the mails are there. */
export interface NoticeOutbox {
  notice_id: string;
}

/** Who has read which notice. */
export interface NoticeReads {
  notice_id: string;
  reader: string;
  read_at: string;
}

/** What somebody is told; append-only. The words stand in data/notices, so that no content about a subject stands here. */
export interface Notices {
  notice_id: string;
  /** Kind of data/notices/kinds.json, which has the words. */
  kind: string;
  /** Counts and codes that fill the words: never names, numbers or contents of records. */
  params: unknown;
  /** Where on the desk it is dealt with. */
  link: string;
  due_on: string | null;
  /** Whom it is for; null where it is for all who hold a grant. */
  person: string | null;
  /** For all who hold this grant when they look, new colleagues as well; null where it is for one person. */
  needed_grant: string | null;
  /** With a grant: in this body only; null is in any. */
  body: string | null;
  /** With a grant: who brought it about and is not told, e.g. who proposed what others decide. */
  caused_by: string | null;
  /** What happened, by which nobody is told the same twice. */
  occasion: string;
  made_at: string;
}

/** Up to which batch and judgement the numbers on file have been read. */
export interface NumberMarks {
  source: string;
  until: string;
}

/** When the document numbers of a body and item were last read, and what fits no series. */
export interface NumberScans {
  body: string;
  item: string;
  scanned_at: string;
  /** Numbers that fit no series, counted by reason. */
  unfitting: unknown;
  /** The first of them, for showing; the count above is whole. */
  samples: unknown;
}

/** Series of document numbers learnt from the records on file; proposed until somebody confirms it in series_judgements. */
export interface NumberSeries {
  series_id: string;
  body: string;
  item: string;
  /** Fixed words with the places {year} and {n}; brackets of one kind, without 第 and 号. */
  series: string;
  /** How its numbers are mostly written, with the same places. */
  form: string;
  /** Digits to which numbers are filled with zeros; 0: they are not. */
  width: number;
  example: string;
  numbers: number;
  /** Numbers on file ÷ numbers that its blocks span. */
  density: number;
  confidence: string;
  /** Per year: blocks of numbers from first to last, how many are on file, first and last day of decision. Year 0: never begins anew. */
  years: unknown;
  proposed_at: string;
  /** False once the records no longer show it. */
  on_file: boolean;
}

/** By window and class the oldest day of decision that the edition in force today lets the public see; a class that is not published has none. Bounds the public views whatever is stored with a publication. One row, so that it is worked out once a query. */
export interface OldestOpen {
  days: unknown;
}

/** Publications that the law lets the public see today. For no role; the views of register are built on it. */
export interface OpenPublications {
  subject_id: string;
  record_id: string;
  item: string;
  source_body: string;
  decision_date: string;
  due_on: string | null;
  due_missing: string | null;
  window_name: string | null;
  declared_end: string | null;
  last_day: string | null;
  public_from: string | null;
  severity: string | null;
  severity_origin: string | null;
  hold: string | null;
  first_public_at: string | null;
  reported_at: string;
  masked: unknown;
}

/** Every step of a proceeding with who took it and why; append-only. */
export interface ProceedingEvents {
  proceeding_id: string;
  sequence: number;
  at: string;
  actor: string;
  act: string;
  from_state: string | null;
  to_state: string;
  reason: string;
}

/** Each act that needs more than one step or person; what happened stands in proceeding_events. */
export interface Proceedings {
  proceeding_id: string;
  /** Procedure of data/procedures by whose states and acts it runs. */
  procedure: string;
  target: string;
  body: string | null;
  state: string;
  opened_by: string;
  opened_at: string;
  ended_at: string | null;
  /** Who ended it by a decision; null while it runs and where whoever opened it took it back. */
  decided_by: string | null;
  /** Whether whoever opened it may not decide it. */
  four_eyes: boolean;
  detail: unknown;
}

/** When a record is due to be public, since when it may be, until when it is, or why it is held. */
export interface Publications {
  subject_id: string;
  record_id: string;
  item: string;
  source_body: string;
  decision_date: string;
  /** Last day of the publication term, or null where due_missing names the calendar file that is needed. */
  due_on: string | null;
  due_missing: string | null;
  /** Window of data/rules/publicity-windows.json, whose editions stand in window_periods; null where the record is not for the public. */
  window_name: string | null;
  /** Last day in public as its source gave it: may shorten, never lengthen. */
  declared_end: string | null;
  /** Last day in public by window_periods and declared_end: the earliest end that any edition sets that counts, each not before its own first day. Editions to come are in it, so no date passes it by; counted anew in the transaction that brings an edition. infinity is no end, null where the window is unknown or the class undecided. */
  last_day: string | null;
  public_from: string | null;
  severity: string | null;
  severity_origin: string | null;
  /** Why the record was not public when it was filed: minor-not-published, window-ended, severity-unconfirmed, severity-undecided, not-for-the-public; not-served where nothing but service is wanting; rehomed where the record went to another subject, whose publication counts. */
  hold: string | null;
  first_public_at: string | null;
  reported_at: string;
  /** Fields as the public sees them, where numbers of persons were masked; null when none was. Every public read lays it over the content. */
  masked: unknown;
  /** The newest service statement says that the decision is not served: held, whatever else is true of it. */
  unserved: Generated<boolean>;
  /** Pauses of the term, oldest first: [{from, until, told}]. Days from `from` to `until`, both included, do not count; until null is open; told is the moment at which its end was stated. Worked out from service_statements by data/rules/service.json. */
  paused: Generated<unknown>;
}

/** Append-only. What somebody proposed to correct or withdraw, as it was proposed; its state stands in proceedings. */
export interface RecordAmendments {
  proceeding_id: string;
  kind: string;
  subject_id: string;
  record_id: string;
  /** The version that was looked at; a proposal about an older one can no longer be approved. */
  base_version: number;
  item: string;
  edition: number;
  source_body: string;
  ground: string;
  /** Day on which the decision was changed, revoked, found unlawful or void; null where only the record was wrong. */
  changed_on: string | null;
  /** Last day of the statutory term from changed_on, or null where none runs or due_missing names the calendar file that is needed. */
  due_on: string | null;
  due_missing: string | null;
  changed_fields: string[];
  /** The further natural key of the record, where the proposal changes a field of the key. */
  natural_key: Buffer | null;
  /** The whole content as it is to be; identity numbers only as keyed hash and masked form. */
  payload: unknown;
  /** Identity numbers of the content, AES-256-GCM under the keyring of the installation, or null. */
  sealed: Buffer | null;
}

/** Who held a record when, as far as it stands on file: received, waiting for a judgement, filed, paused, public. For no role; clock_facts and the views of register are built on it. */
export interface RecordClocks {
  subject_id: string | null;
  record_id: string | null;
  item: string | null;
  source_body: string | null;
  decision_date: string | null;
  due_on: string | null;
  due_missing: string | null;
  hold: string | null;
  unserved: boolean | null;
  paused: unknown;
  received_at: string | null;
  waited_from: string | null;
  waited_to: string | null;
  filed_at: string | null;
  first_public_at: string | null;
  withdrawn_at: string | null;
}

/** Natural key (SHA-256 over item, source body and key fields) to record; makes every intake idempotent. */
export interface RecordKeys {
  natural_key: Buffer;
  subject_id: string;
  record_id: string;
}

/** Append-only. What was known of a record from when on; known until the next version's known_from. */
export interface RecordVersions {
  subject_id: string;
  record_id: string;
  version: number;
  item: string;
  edition: number;
  /** Moment at which the merging transaction began; a batch's versions count for as-of reads from its finished_at. */
  known_from: string;
  recorded_by: string;
  cause: string;
  /** Keys of the fields that differ from the version before; told to the public without the contents. */
  changed_fields: string[];
  reason: string | null;
  /** SHA-256(salt || RFC 8785 canonical JSON of the envelope); the entry of the transparency log. */
  commitment: Buffer;
  batch_id: string | null;
  row_number: number | null;
  /** The judgement by which a person filed or moved it; null where a machine filed it. */
  judgement_id: string | null;
  /** The record leaves this subject with this version. */
  retired: Generated<boolean>;
  /** Of a rehoming: the subject to which it went, or from which it came; null where the row waits again. */
  linked_subject: string | null;
  /** The proceeding by which two people corrected or withdrew it; recorded_by is who decided. Null where no person did. */
  proceeding_id: string | null;
  /** Who proposed what recorded_by decided. */
  proposed_by: string | null;
  /** Why it was corrected or withdrawn: an entry of data/rules/amendment-grounds.json; told to the public. */
  ground: string | null;
}

/** One decision in its subject's archive; points at its newest version. */
export interface Records {
  subject_id: string;
  record_id: string;
  item: string;
  source_body: string;
  natural_key: Buffer;
  decision_date: string;
  document_number: string;
  document_folded: string;
  /** active; withdrawn by its source; rehomed under another subject, where a new record stands. */
  state: string;
  ended_on: string | null;
  head_version: number;
  head_edition: number;
  /** SHA-256 of the canonical content of the newest version; equal content is a duplicate. */
  head_hash: Buffer;
  head_batch: string;
  /** Natural keys under which the record is known beside its first one, since a correction changed a field of the key; each stands in record_keys. */
  added_keys: Generated<Buffer[]>;
  /** Hashes of contents that people corrected: a file that brings one of them again changes nothing. */
  corrected_hashes: Generated<Buffer[]>;
}

/** Why a rejected row is not repaired: by turns explained and opened again, by whom, when; append-only. */
export interface RowExplanations {
  batch_id: string;
  row_number: number;
  sequence: number;
  /** One act may be about many rows. */
  explanation_id: string;
  act: string;
  /** Standard answer of data/rules/row-answers.json; null where the row is opened again. */
  answer: string | null;
  words: string;
  at: string;
  actor: string;
}

/** A rejected row that was handed in again, as which row of which later batch. It stands open in the last batch that carried it and nowhere else; append-only. */
export interface RowRepairs {
  batch_id: string;
  row_number: number;
  by_batch: string;
  by_row: number;
  /** What became of it there: taken, waiting for review, or refused again. */
  outcome: string;
}

/** Append-only. What a comparison found; the newest of a row counts. */
export interface SampleChecks {
  sample_id: string;
  place: number;
  sequence: number;
  outcome: string;
  /** Keys of the fields that differ from the document. */
  fields: string[];
  /** The document: its number, file or address. */
  checked_against: string;
  words: string;
  checked_by: string;
  checked_at: string;
}

/** Append-only. The records of a sample in the order of the draw. */
export interface SampleRows {
  sample_id: string;
  place: number;
  subject_id: string;
  record_id: string;
  /** The version that was the newest at the draw: this content is compared. */
  version: number;
}

/** Append-only. Records of a body drawn at random for comparison with their decision documents. */
export interface Samples {
  sample_id: string;
  item: string;
  body: string;
  period_first: string;
  period_last: string;
  /** With the frame all that the draw depends on: the records with the least SHA-256 of seed, a slash and record id. */
  seed: string;
  /** Ids of all published records of item, body and period at the time, ascending. */
  frame: string[];
  /** SHA-256 over the ids of the frame, each with a line feed. */
  frame_hash: Buffer;
  size: number;
  drawn_by: string;
  drawn_at: string;
}

/** Append-only. Whether a proposed series is one; the latest counts. Setting one aside takes two people, since nobody is asked about it any more. */
export interface SeriesJudgements {
  judgement_id: string;
  series_id: string;
  body: string;
  verdict: string;
  words: string;
  given_by: string;
  approved_by: string | null;
  at: string;
}

/** Append-only. What the body said about the service of a decision: not served yet, or served on a day. The newest counts. */
export interface ServiceStatements {
  record_id: string;
  sequence: number;
  source_body: string;
  /** Day of service (送达日期); null says that the decision is not served yet. */
  served_on: string | null;
  /** The attached paper that proves it, where one is named. */
  document: number | null;
  /** Why it is not served yet, or how it was served. */
  note: string | null;
  stated_by: string;
  stated_at: string;
}

/** Identifier to subject; distributed by its value, so that a look-up touches one shard. A credit code leads to one subject; an older number may have been given to several, and then leads nowhere by itself. */
export interface SubjectIdentifiers {
  value: string;
  /** uscc; organisation-code (positions 9 to 17 of the credit code); registration-number and other numbers that rows with a valid code reported beside it. */
  scheme: string;
  subject_id: string;
  /** The subject that it came in for; a merge or split changes only subject_id. */
  origin_subject: string;
  batch_id: string;
}

/** Every name under which a subject was registered or reported, in time. */
export interface SubjectNames {
  subject_id: string;
  /** Name folded for comparison: NFKC, upper case, without brackets and spaces. */
  folded: string;
  /** The subject itself, or the one whose merge brought the name along. */
  via: string;
  name: string;
  searchable: boolean;
  /** Earliest day that carries the name: approval of the registration or day of a decision. */
  valid_from: string;
  /** Latest approval day of a registration under this name; null where only reports of others carry it. The newest is the current name. */
  registered_from: string | null;
  /** The name was a mistake and is corrected, or went elsewhere: it is shown and found nowhere. */
  retracted_at: string | null;
  batch_id: string;
}

/** Merged subject to the one that it turned out to be; its pages answer 308. Ended where the merge was undone. */
export interface SubjectRedirects {
  subject_id: string;
  judgement_id: string;
  into_subject: string;
  since: string;
  ended_at: string | null;
}

/** Public names for search, without row-level security (array indexes are not used under it); never a person. */
export interface SubjectSearch {
  subject_id: string;
  folded: string;
  name: string;
  uscc: string | null;
  kind: string;
  /** False where the name of a sole trader is a person's own: found by code only. */
  searchable: boolean;
  /** Word and trade of the folded name, without place, legal form and branch. */
  core: string;
  /** The core as it is read: initials, a space, syllables without tone (hyjc hongyajiancai). */
  pinyin: string;
  /** Pairs of characters that tell the name from others, each packed into 32 bits; with marks for the core's begin and end. */
  grams: number[];
}

/** Organisations and sole traders. Natural persons are not kept here at all. */
export interface Subjects {
  subject_id: string;
  kind: string;
  /** The code that brought it into being; null where a judgement did. Whom a code means now, subject_identifiers tells. */
  uscc: string | null;
  /** The batch, or the judgement, that brought it into being. */
  origin_batch: string;
  created_at: string;
}

/** By which text of data/rules/deadlines.json the stored terms were counted; a new or amended one makes all be counted anew. */
export interface Terms {
  deadline: string;
  /** SHA-256 over the editions of the term. */
  digest: Buffer;
  loaded_at: Generated<string>;
}

/** Payload and salt of a version, once. Erasing a row leaves its commitment valid and unguessable. */
export interface VersionContents {
  subject_id: string;
  record_id: string;
  version: number;
  /** Normalised values; identity numbers only as keyed hash and masked form. */
  payload: unknown;
  /** Identity numbers, AES-256-GCM under the keyring of the installation, or null. */
  sealed: Buffer | null;
  salt: Buffer;
}

/** Rows that no machine may file: doubtful subjects, and rows on natural persons. Contents are sealed. */
export interface WaitingRows {
  natural_key: Buffer;
  batch_id: string;
  row_number: number;
  item: string;
  edition: number;
  source_body: string;
  reason: string;
  content_hash: Buffer;
  /** The row's values, AES-256-GCM under the keyring of the installation. */
  sealed: Buffer;
  received_at: string;
  settled_at: string | null;
  /** Batch or judgement that filed the row after all; a settled row waits no more and is kept. */
  settled_by: string | null;
  /** SHA-256 over the row's identifiers and folded name, by which a judgement finds its likes; null for natural persons. */
  claim: Buffer | null;
  /** The subject that the row's code leads to, where the name contradicts it. */
  subject_id: string | null;
  /** Day of the decision, from which its term runs while it waits; null for natural persons, of whom nothing stands in clear. */
  decision_date: string | null;
}

/** The editions of data/rules/publicity-windows.json by class, written by the owner at start; the public views end publicity by them. Append-only but for an open end. */
export interface WindowPeriods {
  window_name: string;
  /** With window_name the key of the entry in the law data that cites its source. */
  edition: string;
  /** Class of severity; empty for records that have none. A period for all classes stands once for each. */
  severity: string;
  /** First day of the edition; null is from ever. effective_to: last day; null is open. */
  effective_from: string | null;
  effective_to: string | null;
  /** False: records of this class are in principle not published while the edition counts. */
  published: boolean;
  /** Calendar months from the decision after which publicity ends; null is no end. */
  maximum_months: number | null;
  /** From its first day the edition also ends the publicity of decisions of before. */
  caps_earlier: boolean;
  loaded_at: Generated<string>;
}

/** Append-only. That a body made no decision of an item in a period, with its reason; the newest row of a period counts, and one that takes back stands for nothing. */
export interface ZeroReports {
  zero_report_id: string;
  item: string;
  body: string;
  /** YYYY-MM or YYYY-Qn; its days stand in period_first and period_last. */
  period: string;
  /** Odd rows report, even ones take back; no number is left out. */
  sequence: number;
  period_first: string;
  period_last: string;
  act: string;
  /** Standard answer of data/rules/coverage-answers.json; null of a row that takes back. */
  reason: string | null;
  words: string;
  stated_by: string;
  stated_at: string;
}

/** Bodies of government and other sources. */
export interface RegisterBodies {
  body: string;
  name_zh: string;
  name_en: string;
  division: string;
  valid_from: string | null;
  valid_to: string | null;
  successor: string | null;
}

/** The clock of records that are public today: moments only, no content and no person. */
export interface RegisterClocks {
  record_id: string | null;
  item: string | null;
  source_body: string | null;
  decision_date: string | null;
  due_on: string | null;
  due_missing: string | null;
  hold: string | null;
  unserved: boolean | null;
  paused: unknown;
  received_at: string | null;
  waited_from: string | null;
  waited_to: string | null;
  filed_at: string | null;
  first_public_at: string | null;
  withdrawn_at: string | null;
}

/** Credit code to organisation, those of merged ones as well. */
export interface RegisterCodes {
  uscc: string | null;
  subject_id: string;
}

/** Frozen figures: counts per body, item and month, with their signatures. */
export interface RegisterFigureStatements {
  statement_id: string;
  month: string;
  number: number;
  supersedes: string | null;
  reason: string | null;
  frozen_at: string;
  content: string;
  digest: Buffer;
  key_id: string;
  public_key: Buffer;
  signature: Buffer;
  superseded_by: string | null;
}

/** Records that were public once and are not any more: reason class, day and the stated reason of a withdrawal, nothing else. */
export interface RegisterGoneRecords {
  record_id: string | null;
  reason: string | null;
  since: string | null;
  stated_reason: string | null;
}

/** Names of an organisation in time, without those that were corrected. */
export interface RegisterNames {
  subject_id: string;
  folded: string;
  name: string;
  valid_from: string;
  registered_from: string | null;
}

/** Missing document numbers in counts by body, item and month. Never the numbers: a missing one may lawfully be unpublished. */
export interface RegisterOmissionCounts {
  body: string | null;
  item: string | null;
  month: string | null;
  answered: number | null;
  open: number | null;
  unexplained: number | null;
}

/** Which frozen figures are disputed now, by which body and since when; no reason, no person. */
export interface RegisterOpenFigureDisputes {
  target: string;
  body: string | null;
  opened_at: string;
}

/** That, when and why class a public record changed, and in which fields; never the former content. */
export interface RegisterRecordChanges {
  subject_id: string | null;
  record_id: string | null;
  version: number;
  known_from: string;
  cause: string;
  changed_fields: string[];
  ground: string | null;
}

/** The same records by what a list shows of them. Outer joins, so that a count touches neither contents nor editions. */
export interface RegisterRecordList {
  subject_id: string | null;
  record_id: string | null;
  item: string | null;
  edition: number | null;
  source_body: string | null;
  document_folded: string | null;
  decision_date: string | null;
  severity: string | null;
  first_public_at: string | null;
  public_until: string | null;
  document_number: string | null;
  subject_name: string | null;
  headline: string | null;
  authority: string | null;
  valid_to: string | null;
  uscc: string | null;
}

/** Records that are public today, with their public fields only; ended ones fall out by date arithmetic. */
export interface RegisterRecords {
  subject_id: string | null;
  record_id: string | null;
  item: string;
  edition: number;
  source_body: string;
  document_number: string;
  document_folded: string;
  decision_date: string;
  version: number;
  severity: string | null;
  first_public_at: string | null;
  public_until: string | null;
  reported_at: string | null;
  due_on: string | null;
  due_missing: string | null;
  commitment: Buffer;
  masked: unknown;
  roles: unknown;
  content: unknown;
}

/** Merged organisation to the one that it turned out to be. */
export interface RegisterRedirects {
  subject_id: string;
  into_subject: string;
}

/** Names of organisations for search. Two columns cost only whoever asks for them: activity, public records counted up to ten, and current_name, the newest registration or else the latest report. */
export interface RegisterSubjects {
  subject_id: string | null;
  folded: string;
  name: string;
  uscc: string | null;
  kind: string;
  searchable: boolean;
  core: string;
  pinyin: string;
  grams: number[];
  activity: number | null;
  current_name: string | null;
}

/** The decisions behind the figures of timeliness: dates, no content, no subject; the record only where it is public today. What lawfully is not published, and what was withdrawn, is counted and not listed. */
export interface RegisterTimeliness {
  item: string;
  source_body: string;
  decision_date: string;
  due_on: string | null;
  due_missing: string | null;
  reported_at: string;
  hold: string | null;
  published_on: string | null;
  record_id: string | null;
  /** Place in a list of decisions of one day; leads to no record. */
  place: string | null;
  /** Moments of its clock, for the segments behind the figure; no ids. */
  clock: unknown;
}

/** Decisions with the same dates in a month, counted; of those that are not counted as due only the reason and the month. */
export interface RegisterTimelinessCounts {
  item: string;
  source_body: string;
  month: string | null;
  due_on: string | null;
  due_missing: string | null;
  hold: string | null;
  published_on: string | null;
  count: number | null;
}

export interface DB {
  "accounts.api_keys": AccountsApiKeys;
  "accounts.credentials": AccountsCredentials;
  "accounts.invitations": AccountsInvitations;
  "accounts.passkeys": AccountsPasskeys;
  "accounts.people": AccountsPeople;
  "accounts.roles_held": AccountsRolesHeld;
  "accounts.second_factors": AccountsSecondFactors;
  "accounts.sessions": AccountsSessions;
  "accounts.sign_in_networks": AccountsSignInNetworks;
  "accounts.verifications": AccountsVerifications;
  all_missing_states: AllMissingStates;
  audit_entries: AuditEntries;
  batch_causes: BatchCauses;
  batch_findings: BatchFindings;
  batches: Batches;
  bodies: Bodies;
  calendar_years: CalendarYears;
  catalogue_editions: CatalogueEditions;
  clock_facts: ClockFacts;
  count_attestations: CountAttestations;
  decision_months: DecisionMonths;
  documents: Documents;
  figure_statements: FigureStatements;
  gap_answers: GapAnswers;
  idempotency_keys: IdempotencyKeys;
  judgements: Judgements;
  mail_settings: MailSettings;
  migrations: Migrations;
  missing_numbers: MissingNumbers;
  missing_states: MissingStates;
  monthly_table_lines: MonthlyTableLines;
  monthly_tables: MonthlyTables;
  notice_ends: NoticeEnds;
  notice_mails: NoticeMails;
  notice_outbox: NoticeOutbox;
  notice_reads: NoticeReads;
  notices: Notices;
  number_marks: NumberMarks;
  number_scans: NumberScans;
  number_series: NumberSeries;
  oldest_open: OldestOpen;
  open_publications: OpenPublications;
  proceeding_events: ProceedingEvents;
  proceedings: Proceedings;
  publications: Publications;
  record_amendments: RecordAmendments;
  record_clocks: RecordClocks;
  record_keys: RecordKeys;
  record_versions: RecordVersions;
  records: Records;
  row_explanations: RowExplanations;
  row_repairs: RowRepairs;
  sample_checks: SampleChecks;
  sample_rows: SampleRows;
  samples: Samples;
  series_judgements: SeriesJudgements;
  service_statements: ServiceStatements;
  subject_identifiers: SubjectIdentifiers;
  subject_names: SubjectNames;
  subject_redirects: SubjectRedirects;
  subject_search: SubjectSearch;
  subjects: Subjects;
  terms: Terms;
  version_contents: VersionContents;
  waiting_rows: WaitingRows;
  window_periods: WindowPeriods;
  zero_reports: ZeroReports;
  "register.bodies": RegisterBodies;
  "register.clocks": RegisterClocks;
  "register.codes": RegisterCodes;
  "register.figure_statements": RegisterFigureStatements;
  "register.gone_records": RegisterGoneRecords;
  "register.names": RegisterNames;
  "register.omission_counts": RegisterOmissionCounts;
  "register.open_figure_disputes": RegisterOpenFigureDisputes;
  "register.record_changes": RegisterRecordChanges;
  "register.record_list": RegisterRecordList;
  "register.records": RegisterRecords;
  "register.redirects": RegisterRedirects;
  "register.subjects": RegisterSubjects;
  "register.timeliness": RegisterTimeliness;
  "register.timeliness_counts": RegisterTimelinessCounts;
}
