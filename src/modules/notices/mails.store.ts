import { sql } from "kysely";
import type { NoticeId } from "../../kernel/ids.ts";
import type { Grant } from "../../kernel/permission.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { Addressee, MailSettings, Notice } from "./notice.ts";

/** A notice whose mails are still to be made out. */
export interface OutboxEntry {
  readonly noticeId: NoticeId;
  readonly to: Addressee;
}

/** Takes the next notices out of the outbox; back in they go where the transaction does not hold. */
export async function takeOutbox(tx: Tx, limit: number): Promise<OutboxEntry[]> {
  const taken = await sql<{
    noticeId: NoticeId;
    person: string | null;
    grant: Grant | null;
    body: string | null;
    causedBy: string | null;
  }>`
    WITH taken AS (DELETE FROM notice_outbox WHERE notice_id IN
      (SELECT notice_id FROM notice_outbox ORDER BY notice_id LIMIT ${limit}) RETURNING notice_id)
    SELECT n.notice_id AS "noticeId", n.person, n.needed_grant AS grant, n.body, n.caused_by AS "causedBy"
    FROM taken JOIN notices n USING (notice_id)`.execute(tx);
  return taken.rows.flatMap(({ noticeId, person, grant, body, causedBy }): OutboxEntry[] => {
    if (person !== null) return [{ noticeId, to: { person } }];
    return grant === null ? [] : [{ noticeId, to: { grant, body, causedBy } }];
  });
}

export async function clearOutbox(tx: Tx): Promise<void> {
  await sql`DELETE FROM notice_outbox`.execute(tx);
}

export async function insertMail(
  tx: Tx,
  mail: { readonly noticeId: NoticeId; readonly person: string; readonly address: string },
  at: Instant,
): Promise<void> {
  await sql`INSERT INTO notice_mails (notice_id, person, address, state, next_try_at)
    VALUES (${mail.noticeId}::uuid, ${mail.person}, ${mail.address}, 'waiting', ${at}::timestamptz)
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** A mail that is to be tried now. */
export interface DueMail {
  readonly noticeId: NoticeId;
  readonly person: string;
  readonly address: string;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  readonly notice: Pick<Notice, "kind" | "params" | "link" | "dueOn">;
}

/** Takes mails whose time has come; until `free` nobody else tries them, and whoever dies with one lets it go then. */
export async function claimMails(tx: Tx, at: Instant, free: Instant, limit: number): Promise<DueMail[]> {
  const claimed = await sql<Omit<DueMail, "notice"> & DueMail["notice"]>`
    WITH claimed AS (UPDATE notice_mails m SET attempts = attempts + 1, next_try_at = ${free}::timestamptz
      FROM (SELECT notice_id, person FROM notice_mails WHERE state = 'waiting' AND next_try_at <= ${at}::timestamptz
        ORDER BY next_try_at LIMIT ${limit} FOR UPDATE SKIP LOCKED) due
      WHERE m.notice_id = due.notice_id AND m.person = due.person
      RETURNING m.notice_id, m.person, m.address, m.attempts)
    SELECT c.notice_id AS "noticeId", c.person, c.address, c.attempts, n.kind, n.params, n.link, n.due_on AS "dueOn"
    FROM claimed c JOIN notices n USING (notice_id)`.execute(tx);
  return claimed.rows.map(({ kind, params, link, dueOn, ...mail }) => ({
    ...mail,
    notice: { kind, params, link, dueOn },
  }));
}

/** What became of a try. */
export type MailOutcome =
  | { readonly state: "sent"; readonly at: Instant }
  | { readonly state: "failed"; readonly at: Instant; readonly fault: string }
  | { readonly state: "waiting"; readonly nextTryAt: Instant; readonly fault: string };

export async function settleMail(
  tx: Tx,
  { noticeId, person }: Pick<DueMail, "noticeId" | "person">,
  outcome: MailOutcome,
): Promise<void> {
  const ended = outcome.state === "waiting" ? null : outcome.at;
  const next = outcome.state === "waiting" ? outcome.nextTryAt : null;
  const fault = outcome.state === "sent" ? null : outcome.fault;
  await sql`UPDATE notice_mails SET state = ${outcome.state}, ended_at = ${ended}::timestamptz, fault = ${fault},
      next_try_at = coalesce(${next}::timestamptz, next_try_at)
    WHERE notice_id = ${noticeId}::uuid AND person = ${person} AND state = 'waiting'`.execute(tx);
}

export async function findMailSettings(tx: Tx, person: string): Promise<MailSettings | null> {
  const found = await sql<MailSettings>`SELECT address, wanted FROM mail_settings WHERE person = ${person}`.execute(tx);
  return found.rows[0] ?? null;
}

export async function putMailSettings(
  tx: Tx,
  person: string,
  { address, wanted }: MailSettings,
  at: Instant,
): Promise<void> {
  await sql`INSERT INTO mail_settings (person, address, wanted, changed_at)
    VALUES (${person}, ${address}, ${wanted}, ${at}::timestamptz)
    ON CONFLICT (person) DO UPDATE SET address = excluded.address, wanted = excluded.wanted,
      changed_at = excluded.changed_at`.execute(tx);
}

/** A mail that could not be delivered for good, as it is shown. */
export interface FailedMail {
  readonly noticeId: NoticeId;
  readonly endedAt: Instant;
  readonly fault: string;
}

/** The last mail to this person that failed for good since the last one that arrived; null where there is none. */
export async function findLastFailure(tx: Tx, person: string): Promise<FailedMail | null> {
  const found =
    await sql<FailedMail>`SELECT notice_id AS "noticeId", ended_at AS "endedAt", coalesce(fault, '') AS fault
    FROM notice_mails m WHERE person = ${person} AND state = 'failed'
      AND NOT EXISTS (SELECT FROM notice_mails s WHERE s.person = m.person AND s.state = 'sent' AND s.ended_at > m.ended_at)
    ORDER BY ended_at DESC LIMIT 1`.execute(tx);
  return found.rows[0] ?? null;
}
