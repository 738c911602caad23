/**
 * What people are told, and what they have to do today.
 * Owns `notices`, `notice_reads`, `notice_ends`, `notice_outbox`, `notice_mails`, `mail_settings`. Promises: a notice is written in the
 * transaction of what happened; whoever holds the grant sees it, new colleagues as well; nobody is told the same occasion
 * twice; a mail goes out at least once under one message id, and what failed for good is kept and shown. Refuses: names,
 * numbers or contents of records in a notice or a mail; to show anybody another's.
 */
export { deliverMails, type MailRoute } from "./deliver-mails.ts";
export type { DutySource, OpenDuty } from "./duty.ts";
export { endOccasion, giveNotice } from "./give-notice.ts";
export { registerMailSettings } from "./mail-settings.routes.ts";
export type { Addressee, Recipient } from "./notice.ts";
export { loadNoticeLaw, type NoticeLaw } from "./notice-law.ts";
export { noticeProblem } from "./notices.problems.ts";
export { registerNoticeRoutes } from "./notices.routes.ts";
export type { NoticesRuntime } from "./notices-runtime.ts";
export { sendReminders } from "./send-reminders.ts";
