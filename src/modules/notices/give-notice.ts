import { newId, type NoticeId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { Addressee, NoticeParams } from "./notice.ts";
import { insertEnd, insertNotice } from "./notices.store.ts";

/** What is to be told to whom. */
export interface NewNotice {
  readonly to: Addressee;
  /** Kind of data/notices/kinds.json. */
  readonly kind: string;
  readonly params: NoticeParams;
  /** Path on the desk. */
  readonly link: string;
  readonly dueOn?: LocalDate | null;
  /** What happened, e.g. "batch 0190… returned": the same addressee is told of it once. */
  readonly occasion: string;
  readonly at: Instant;
}

/**
 * Tells somebody something, in the transaction of what happened: inbox and, later, mail. False where they were told of
 * the occasion before.
 */
export function giveNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const { to, kind, params, link, dueOn = null, occasion, at } = notice;
  return insertNotice(tx, { noticeId: newId<NoticeId>(), kind, params, link, dueOn, madeAt: at }, to, occasion);
}

/** Says that what an occasion told of is dealt with, in the transaction that does: nobody has it unread any more. */
export function endOccasion(tx: Tx, occasion: string, at: Instant): Promise<void> {
  return insertEnd(tx, occasion, at);
}
