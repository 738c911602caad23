import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { twoFactor, username } from "better-auth/plugins";
import { newId, type PersonId } from "../../kernel/ids.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../../kernel/password.ts";
import { openForLibrary } from "../../platform/db/pool.ts";
import { openPasswordHashing } from "./password-hashing.ts";

export { verifyJwsAccessToken as verifySigned } from "better-auth/oauth2";

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

/** The library that checks passwords, one-time codes and passkeys and keeps sessions. Only this module knows which it is. */
export function openSignIn(options: LibraryOptions) {
  const { db, close } = openForLibrary(options.url, "accounts");
  const hashing = openPasswordHashing({ hash: hashPassword, verify: verifyPassword });
  const auth = betterAuth({
    appName: "明信",
    baseURL: options.origin ?? "http://localhost",
    secret: options.secret,
    database: { db, type: "postgres" },
    telemetry: { enabled: false },
    // Wrong passwords go into the audit trail, not into a log beside ours.
    logger: { disabled: true },
    // Ours, by user name and network, in front of it.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashing.hash, verify: hashing.verify },
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
      askedForOwnCode(twoFactor({ issuer: "明信 Mingxin", twoFactorTable: "second_factors" })),
      passkeys(options.origin),
      identified(),
    ],
  });
  return { auth, hashing, close };
}

export type SignIn = ReturnType<typeof openSignIn>;

/** Letters, digits, dot, hyphen, underscore; Chinese names, too. */
export function isUserName(text: string): boolean {
  return /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._-]{1,39}$/iu.test(text);
}

/** A passkey is two factors only where the authenticator has asked for its owner's PIN, finger or face. */
function passkeys(origin: string | null) {
  return passkey({
    // Without a known address of the site, the browser's word counts, which our routes compare with the host asked.
    origin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    schema: { passkey: { modelName: "passkeys", fields: { credentialID: "credentialId" } } },
    advanced: { webAuthnChallengeCookie: "passkey" },
    registration: {
      afterVerification: ({ verification }) => {
        if (verification.registrationInfo?.userVerified !== true) throw new APIError("BAD_REQUEST");
      },
    },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw new APIError("UNAUTHORIZED");
      },
    },
  });
}

const WITH_ONE_FACTOR = "/identified/with-one-factor";

/** Has one-time codes asked for after an identity service that saw one factor only, as they are after a password. */
function askedForOwnCode<Plugin extends ReturnType<typeof twoFactor>>(plugin: Plugin): Plugin {
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) => hook.matcher(context) || context.path === WITH_ONE_FACTOR,
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}

interface PersonBody {
  readonly personId: string;
}

/** The body's schema as the library reads schemas (Standard Schema 1): our own use cases give it, nothing is left to check. */
const PERSON: {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { readonly value: PersonBody };
    readonly types?: { readonly input: PersonBody; readonly output: PersonBody };
  };
} = {
  "~standard": {
    version: 1,
    vendor: "mingxin",
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: see above
    validate: (value) => ({ value: value as PersonBody }),
  },
};

/** Begins the session of a person whom an identity service has named; for our own use cases only. */
function identified() {
  const begin = (path: string) =>
    createAuthEndpoint(path, { method: "POST", body: PERSON, metadata: { scope: "server" } }, async (context) => {
      const { internalAdapter } = context.context;
      const user = await internalAdapter.findUserById(context.body.personId);
      if (!user) throw new APIError("UNAUTHORIZED");
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(context, { session, user });
      return context.json({ userId: user.id });
    });
  return {
    id: "identified",
    endpoints: {
      beginWithOneFactor: begin(WITH_ONE_FACTOR),
      beginWithTwoFactors: begin("/identified/with-two-factors"),
    },
  };
}
