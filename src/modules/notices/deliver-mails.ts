import { addSeconds, type Instant } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { MailFault, MailSender } from "../../platform/mail/mail.ts";
import {
  claimMails,
  clearOutbox,
  insertMail,
  findMailSettings,
  settleMail,
  takeOutbox,
  type DueMail,
  type MailOutcome,
} from "./mails.store.ts";
import { mailText, noticeWords } from "./notice-text.rules.ts";
import { codeNames, type NoticesRuntime } from "./notices-runtime.ts";

/** Seconds until the next try, by how often it was tried; one more failure is the last. */
const BACK_OFF_SECONDS = [60, 300, 1800, 7200, 21_600, 43_200, 86_400];
/** Nobody tries a mail for longer; whoever dies while trying lets it go then. */
const TRY_SECONDS = 180;
const AT_ONCE = 20;

/** Where mails go out and what they point to; `sender` is null where mail is switched off. */
export interface MailRoute {
  readonly sender: MailSender | null;
  /** Address of the desk, e.g. "https://credit.example.gov.cn/desk". */
  readonly base: string;
}

/**
 * Makes mails out for new notices and tries those whose time has come. At least once: a worker that dies between the
 * server's taking a mail and our writing it down sends it again, under the same message id. Gives what went out, and what
 * failed for good.
 */
export async function deliverMails(
  runtime: NoticesRuntime,
  { sender, base }: MailRoute,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const { db, clock } = runtime;
  if (!sender) {
    // Whoever switches mail on later is not to be flooded with what is past.
    await inScope(db, clearOutbox);
    return { sent: 0, failed: 0 };
  }
  await makeMailsOut(runtime);
  const at = clock.now();
  const due = await inScope(db, (tx) => claimMails(tx, at, addSeconds(at, TRY_SECONDS), AT_ONCE));
  const result = { sent: 0, failed: 0 };
  const names = codeNames(runtime);
  for (const mail of due) {
    const { subject, body } = mailText(noticeWords(runtime.noticeLaw, names, mail.notice), mail.notice, base);
    const messageId = `<${mail.noticeId}.${mail.person}@${new URL(base).hostname}>`;
    const fault = await sender.send({ to: mail.address, subject, text: body, messageId });
    const outcome = outcomeOf(mail, fault, clock.now());
    await inScope(db, (tx) => settleMail(tx, mail, outcome));
    if (outcome.state !== "waiting") result[outcome.state] += 1;
  }
  return result;
}

/** Finds out who is meant and who of them wants mail. Whoever holds a grant by now is meant, not who held it then. */
async function makeMailsOut({ db, clock, recipientsOf }: NoticesRuntime): Promise<void> {
  await inScope(db, async (tx) => {
    for (const { noticeId, to } of await takeOutbox(tx, AT_ONCE)) {
      for (const { person, knownAddress } of await recipientsOf(to)) {
        if ("grant" in to && to.causedBy === person) continue;
        const settings = await findMailSettings(tx, person);
        const address = settings?.address ?? knownAddress;
        if (address === null || settings?.wanted === false) continue;
        await insertMail(tx, { noticeId, person, address }, clock.now());
      }
    }
  });
}

function outcomeOf({ attempts }: Pick<DueMail, "attempts">, fault: MailFault | null, at: Instant): MailOutcome {
  if (!fault) return { state: "sent", at };
  const wait = BACK_OFF_SECONDS[attempts - 1];
  if (fault.final || wait === undefined) return { state: "failed", at, fault: fault.text };
  return { state: "waiting", nextTryAt: addSeconds(at, wait), fault: fault.text };
}
