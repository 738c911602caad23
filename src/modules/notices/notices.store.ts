import { sql } from "kysely";
import { parseId, type NoticeId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { Addressee, Notice, ReceivedNotice } from "./notice.ts";

/** How long a notice stays in the inbox, in days; it is kept for longer. */
const INBOX_DAYS = 366;

/** Writes a notice and, for the mail, that its recipients are to be found; nothing where they were told before. */
export async function insertNotice(tx: Tx, notice: Notice, to: Addressee, occasion: string): Promise<boolean> {
  const { noticeId, kind, params, link, dueOn, madeAt } = notice;
  const [person, grant, body, causedBy] =
    "person" in to ? [to.person, null, null, null] : [null, to.grant, to.body, to.causedBy ?? null];
  const made =
    await sql`INSERT INTO notices (notice_id, kind, params, link, due_on, person, needed_grant, body, caused_by, occasion,
      made_at)
    VALUES (${noticeId}::uuid, ${kind}, ${JSON.stringify(params)}::jsonb, ${link}, ${dueOn}::date, ${person}, ${grant},
      ${body}, ${causedBy}, ${occasion}, ${madeAt}::timestamptz)
    ON CONFLICT DO NOTHING`.execute(tx);
  if (Number(made.numAffectedRows ?? 0n) === 0) return false;
  await sql`INSERT INTO notice_outbox (notice_id) VALUES (${noticeId}::uuid)`.execute(tx);
  return true;
}

/** Notes that what an occasion told of is dealt with. */
export async function insertEnd(tx: Tx, occasion: string, at: Instant): Promise<void> {
  await sql`INSERT INTO notice_ends (occasion, ended_at) VALUES (${occasion}, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Where a page of the inbox ended: unread ones come first, each part newest first; what is dealt with counts as read. */
export interface InboxPlace {
  readonly isRead: boolean;
  readonly noticeId: NoticeId;
}

export function inboxPlace({ readAt, endedAt, noticeId }: ReceivedNotice): string {
  return `${readAt === null && endedAt === null ? "u" : "r"}.${noticeId}`;
}

/** Reads what {@link inboxPlace} gave; null for anything else. */
export function parseInboxPlace(text: string): InboxPlace | null {
  const [, part, id = ""] = /^([ur])\.(.+)$/.exec(text) ?? [];
  const noticeId = parseId<NoticeId>(id);
  return part === undefined || noticeId === null ? null : { isRead: part === "r", noticeId };
}

const since = (today: LocalDate) => sql`n.made_at >= ${today}::date - ${INBOX_DAYS}::integer`;
const READ = sql`LEFT JOIN notice_reads r ON r.notice_id = n.notice_id AND r.reader = ${sql`current_setting('mingxin.actor', true)`}`;
const ENDED = sql`LEFT JOIN notice_ends e ON e.occasion = n.occasion`;
const IS_READ = sql`(r.read_at IS NOT NULL OR e.ended_at IS NOT NULL)`;

/** The inbox of whoever the transaction is for, unread ones first, then newest first. */
export async function listInbox(
  tx: Tx,
  asked: { readonly today: LocalDate; readonly unreadOnly: boolean; readonly after: InboxPlace | null },
  limit: number,
): Promise<ReceivedNotice[]> {
  const { after, unreadOnly, today } = asked;
  const onward =
    after === null
      ? sql`true`
      : sql`(${IS_READ} > ${after.isRead}::boolean
        OR (${IS_READ} = ${after.isRead}::boolean AND n.notice_id < ${after.noticeId}::uuid))`;
  const found =
    await sql<ReceivedNotice>`SELECT n.notice_id AS "noticeId", n.kind, n.params, n.link, n.due_on AS "dueOn",
      n.made_at AS "madeAt", r.read_at AS "readAt", e.ended_at AS "endedAt",
      (SELECT m.state FROM notice_mails m WHERE m.notice_id = n.notice_id
        AND m.person = current_setting('mingxin.actor', true)) AS mail
    FROM notices n ${READ} ${ENDED}
    WHERE ${since(today)} AND NOT (${unreadOnly}::boolean AND ${IS_READ}) AND ${onward}
    ORDER BY ${IS_READ}, n.notice_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}

export async function countUnread(tx: Tx, today: LocalDate): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM notices n ${READ} ${ENDED}
    WHERE ${since(today)} AND NOT ${IS_READ}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** Whether the notice is one that whoever asks may see. */
export async function isReceived(tx: Tx, noticeId: NoticeId): Promise<boolean> {
  const found = await sql<{ found: boolean }>`SELECT EXISTS (SELECT FROM notices WHERE notice_id = ${noticeId}::uuid)
    AS found`.execute(tx);
  return found.rows[0]?.found === true;
}

/** Marks notices of the reader as read: one, or all up to and with one, or all. Gives how many were unread. */
export async function markRead(
  tx: Tx,
  reader: string,
  which: { readonly only: NoticeId } | { readonly upTo: NoticeId | null },
  at: Instant,
): Promise<number> {
  const part =
    "only" in which
      ? sql`n.notice_id = ${which.only}::uuid`
      : sql`(${which.upTo}::uuid IS NULL OR n.notice_id <= ${which.upTo}::uuid)`;
  const marked = await sql`INSERT INTO notice_reads (notice_id, reader, read_at)
    SELECT n.notice_id, ${reader}, ${at}::timestamptz FROM notices n ${READ} WHERE r.read_at IS NULL AND ${part}
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(marked.numAffectedRows ?? 0n);
}
