import { betterAuth } from "better-auth";
import { twoFactor, username } from "better-auth/plugins";
import { newId, type PersonId } from "../../kernel/ids.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../../kernel/password.ts";
import { openForLibrary } from "../../platform/db/pool.ts";

/** A working day: whoever comes back the next morning signs in anew. */
const SESSION_SECONDS = 10 * 3600;
const COOKIE_PREFIX = "mingxin";
/** The cookie of a session; over TLS its name begins with "__Secure-". */
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;

export interface LibraryOptions {
  /** The database as the role mingxin_accounts. */
  readonly url: string;
  /** Signs cookies and encrypts second factors. */
  readonly secret: string;
  /** Address under which readers reach the site; null where it is only this machine's. Over TLS, so are the cookies. */
  readonly origin: string | null;
}

/** The library that checks passwords and one-time codes and keeps sessions. Only this module knows which it is. */
export function openSignIn(options: LibraryOptions) {
  const { db, close } = openForLibrary(options.url, "accounts");
  const auth = betterAuth({
    appName: "明信",
    baseURL: options.origin ?? "http://localhost",
    secret: options.secret,
    database: { db, type: "postgres" },
    telemetry: { enabled: false },
    // Wrong passwords go into the audit trail, not into a log beside ours.
    logger: { disabled: true },
    // Ours, by user name and address, in front of it.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    user: { modelName: "people", additionalFields: { mustChangePassword: { type: "boolean", input: false } } },
    session: { modelName: "sessions", expiresIn: SESSION_SECONDS, updateAge: SESSION_SECONDS },
    account: { modelName: "credentials" },
    verification: { modelName: "verifications" },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: options.origin?.startsWith("https:") === true,
      defaultCookieAttributes: { sameSite: "strict", httpOnly: true },
      database: { generateId: () => newId<PersonId>() },
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: isUserName }),
      twoFactor({ issuer: "明信 Mingxin", twoFactorTable: "second_factors" }),
    ],
  });
  return { auth, close };
}

export type SignIn = ReturnType<typeof openSignIn>;

/** Letters, digits, dot, hyphen, underscore; Chinese names, too. */
export function isUserName(text: string): boolean {
  return /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._-]{1,39}$/iu.test(text);
}
