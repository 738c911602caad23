import type { NoticeId } from "../../kernel/ids.ts";
import type { Grant } from "../../kernel/permission.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";

/**
 * Whom a notice is for: one person, or all who hold a grant when they look, in one body or (`body` null) in any. A new
 * colleague sees the latter, too.
 */
export type Addressee =
  | { readonly person: string }
  | {
      readonly grant: Grant;
      readonly body: string | null;
      /** Who brought it about and is not told. */
      readonly causedBy?: string | null;
    };

/** Counts and codes that fill the words of a notice; never names, numbers or contents of records. */
export type NoticeParams = Readonly<Record<string, string | number>>;

/** What somebody is told. */
export interface Notice {
  readonly noticeId: NoticeId;
  /** Kind of data/notices/kinds.json, which has the words. */
  readonly kind: string;
  readonly params: NoticeParams;
  /** Where on the desk it is dealt with, e.g. "/report/0190…". */
  readonly link: string;
  readonly dueOn: LocalDate | null;
  readonly madeAt: Instant;
}

/** States of a mail: waiting → sent, or → failed for good and kept. */
export type MailState = "waiting" | "sent" | "failed";

/** A notice as its reader sees it. */
export interface ReceivedNotice extends Notice {
  readonly readAt: Instant | null;
  /** When what it tells of was dealt with, by whomever; null while it waits, or where nobody says so. */
  readonly endedAt: Instant | null;
  /** What became of the mail to this reader; null where none was made out. */
  readonly mail: MailState | null;
}

/** A person to whom notices may go by mail. */
export interface Recipient {
  readonly person: string;
  /** An address that an identity service vouches for; what the person says themselves counts before it. */
  readonly knownAddress: string | null;
}

/** Where a person wants notices by mail, and whether. */
export interface MailSettings {
  readonly address: string | null;
  readonly wanted: boolean;
}
