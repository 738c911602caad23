import { createTransport } from "nodemailer";

/** How mail is sent: the server with its credentials, and from whom. */
export interface MailServer {
  /** "smtp://user:password@host:port" or "smtps://…". */
  readonly url: string;
  /** Sender, e.g. "信用黄石 <notice@credit.example.gov.cn>". */
  readonly from: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 5322 §3.6.4, the same for every try, so that a repetition is known as such. */
  readonly messageId: string;
}

/** Why a mail did not go out. `final` means that another try would fail alike: the server refuses this very mail. */
export interface MailFault {
  readonly text: string;
  readonly final: boolean;
}

export interface MailSender {
  /** Hands a mail to the server; null when it took it, else why not. */
  send(mail: Mail): Promise<MailFault | null>;
  close(): void;
}

const TIMEOUT_MS = 20_000;
const LONGEST_FAULT = 300;

/**
 * Opens the way to a mail server (SMTP, RFC 5321). TLS is used where the server offers it, and demanded before credentials
 * leave for another machine; a certificate that nobody vouches for is refused.
 */
export function openMail({ url, from }: MailServer): MailSender {
  const { username, hostname } = new URL(url);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    requireTLS: username !== "" && !isHere && url.startsWith("smtp:"),
    // Texts are ours; nothing of a mail may make the library read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, messageId }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          messageId,
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return null;
      } catch (error) {
        return faultOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function faultOf(error: unknown): MailFault {
  const text = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_FAULT);
  const code = error instanceof Error && "code" in error ? error.code : null;
  const answer = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  // 5yz about sender, recipient or message is for good (RFC 5321 §4.2.1); about signing in, somebody may set it right.
  return { text, final: (code === "EENVELOPE" || code === "EMESSAGE") && answer >= 500 };
}
