import { recordAudit } from "#audit";
import type { Actor } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../../kernel/password.ts";
import { addSeconds, millisOf } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import { accountProblem } from "./accounts.problems.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { findPerson, setMustChange } from "./people.store.ts";
import { clearFailures, countAttempt } from "./sign-in-failures.store.ts";

const MOST_FAILURES = 5;
const LOCK_SECONDS = 15 * 60;

/** What the browser is to be told: cookies, and whether a second factor is still asked for. */
export interface SignedIn {
  readonly cookies: readonly string[];
  readonly secondFactorNeeded: boolean;
}

/** Who asks, as far as signing in needs it. */
export interface Caller {
  readonly headers: Headers;
  readonly address: string;
  readonly requestId: string;
}

/**
 * Signs in by user name and password. A wrong one is counted for the name, whether or not there is such a person, so that
 * nobody learns who has an account.
 * @throws Problem accounts/locked, accounts/wrong-credentials
 */
export async function signInByPassword(
  runtime: AccountsRuntime,
  { userName, password }: { readonly userName: string; readonly password: string },
  caller: Caller,
): Promise<SignedIn> {
  const { db, clock, signIn } = runtime;
  const name = userName.normalize("NFKC").trim().toLowerCase();
  const at = clock.now();
  const lockUntil = addSeconds(at, LOCK_SECONDS);
  const lock = await inScope(db, (tx) => countAttempt(tx, name, { most: MOST_FAILURES, at, lockUntil }));
  if (lock !== null) {
    const retryAfter = Math.ceil((millisOf(lock) - millisOf(at)) / 1000);
    throw accountProblem("locked", { extra: { retryAfter } });
  }
  const found = await known(
    signIn.auth.api.signInUsername({
      body: { username: name, password, rememberMe: true },
      headers: caller.headers,
      returnHeaders: true,
    }),
  );
  if (!found) {
    await inScope(db, (tx) => auditSignIn(tx, runtime, caller, "unknown", "accounts/fail-sign-in"));
    throw accountProblem("wrong-credentials");
  }
  await inScope(db, (tx) => clearFailures(tx, name));
  const { headers, response } = found;
  const secondFactorNeeded = response !== null && "twoFactorRedirect" in response;
  if (!secondFactorNeeded && response !== null && "user" in response)
    await inScope(db, (tx) => auditSignIn(tx, runtime, caller, response.user.id, "accounts/sign-in"));
  return { cookies: headers.getSetCookie(), secondFactorNeeded };
}

/** Ends a sign-in that waits for its one-time code. @throws Problem accounts/wrong-code */
export async function signInByCode(runtime: AccountsRuntime, code: string, caller: Caller): Promise<SignedIn> {
  const { signIn, db } = runtime;
  const isBackup = !/^\d{6}$/.test(code);
  const answer = isBackup
    ? await known(signIn.auth.api.verifyBackupCode({ body: { code }, headers: caller.headers, returnHeaders: true }))
    : await known(signIn.auth.api.verifyTOTP({ body: { code }, headers: caller.headers, returnHeaders: true }));
  if (!answer) {
    await inScope(db, (tx) => auditSignIn(tx, runtime, caller, "unknown", "accounts/fail-second-factor"));
    throw accountProblem("wrong-code");
  }
  const { user } = answer.response;
  await inScope(db, (tx) => auditSignIn(tx, runtime, caller, user.id, "accounts/sign-in"));
  return { cookies: answer.headers.getSetCookie(), secondFactorNeeded: false };
}

export async function signOut(runtime: AccountsRuntime, actor: Actor, caller: Caller): Promise<readonly string[]> {
  const { headers } = await runtime.signIn.auth.api.signOut({ headers: caller.headers, returnHeaders: true });
  await inScope(runtime.db, (tx) => auditSignIn(tx, runtime, caller, actor.id, "accounts/sign-out"));
  return headers.getSetCookie();
}

/** Changes one's own password; other sessions end. @throws Problem accounts/unfit-password, accounts/wrong-credentials */
export async function changePassword(
  runtime: AccountsRuntime,
  actor: Actor,
  { current, next }: { readonly current: string; readonly next: string },
  caller: Caller,
): Promise<readonly string[]> {
  const personId = personOf(actor);
  const person = await inScope(runtime.db, (tx) => findPerson(tx, personId));
  if (!person || current === next || !isFitPassword(next, person.userName)) throw accountProblem("unfit-password");
  const changed = await known(
    runtime.signIn.auth.api.changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers: caller.headers,
      returnHeaders: true,
    }),
  );
  if (!changed) throw accountProblem("wrong-credentials");
  await inScope(runtime.db, async (tx) => {
    await setMustChange(tx, personId, false);
    await auditSignIn(tx, runtime, caller, actor.id, "accounts/change-password");
  });
  return changed.headers.getSetCookie();
}

/** Makes a secret for one-time codes; it counts once a first code was confirmed. @throws Problem accounts/wrong-credentials */
export async function setUpSecondFactor(
  runtime: AccountsRuntime,
  actor: Actor,
  password: string,
  caller: Caller,
): Promise<{ readonly uri: string; readonly backupCodes: readonly string[] }> {
  const made = await known(
    runtime.signIn.auth.api.enableTwoFactor({ body: { password, method: "totp" }, headers: caller.headers }),
  );
  if (!made || !("totpURI" in made)) throw accountProblem("wrong-credentials");
  await inScope(runtime.db, (tx) => auditSignIn(tx, runtime, caller, actor.id, "accounts/set-up-second-factor"));
  return { uri: made.totpURI, backupCodes: made.backupCodes };
}

/** Long enough, and not made of the user's name. */
export function isFitPassword(password: string, userName: string): boolean {
  return (
    password.isWellFormed() &&
    password.length >= SHORTEST_PASSWORD &&
    password.length <= LONGEST_PASSWORD &&
    !password.toLowerCase().includes(userName.toLowerCase())
  );
}

function personOf(actor: Actor): PersonId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: actors of this kind are made from a person's id only
  return actor.id as PersonId;
}

/** The library throws an APIError where what was given is wrong; anything else is a fault of ours. */
async function known<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "statusCode" in error && Number(error.statusCode) < 500) return null;
    throw error;
  }
}

async function auditSignIn(
  tx: Parameters<typeof recordAudit>[0],
  { clock }: AccountsRuntime,
  { address, requestId }: Caller,
  personId: string,
  action: string,
): Promise<void> {
  const actor: Actor = { kind: "person", id: personId, body: null, roles: [], address };
  await recordAudit(tx, { at: clock.now(), actor, action, target: personId, detail: {}, requestId });
}
