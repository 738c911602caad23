import { recordAudit } from "#audit";
import type { Actor } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../../kernel/password.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { accountProblem } from "./accounts.problems.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { countedAttempt } from "./counted-attempt.ts";
import { findPerson, hasPassword, setMustChange } from "./people.store.ts";

/** What the browser is to be told: cookies, and whether a second factor is still asked for. */
export interface SignedIn {
  readonly cookies: readonly string[];
  readonly secondFactorNeeded: boolean;
}

/** What somebody signed in with. */
export type SignInMeans = "password" | "one-time-code" | "passkey" | "identity-service";

/** Who asks, as far as signing in needs it. */
export interface Caller {
  readonly headers: Headers;
  readonly address: string;
  readonly requestId: string;
}

/**
 * Signs in by user name and password. A wrong one is counted for the name, whether or not there is such a person, and costs
 * the same work, so that nobody learns who has an account.
 * @throws Problem accounts/locked, accounts/wrong-credentials, http/too-many-requests
 */
export async function signInByPassword(
  runtime: AccountsRuntime,
  { userName, password }: { readonly userName: string; readonly password: string },
  caller: Caller,
): Promise<SignedIn> {
  const name = userName.normalize("NFKC").trim().toLowerCase();
  const attempt = { userName: name, address: caller.address };
  const found = await countedAttempt(runtime, attempt, () => tryPassword(runtime, name, password, caller));
  if (!found) {
    await inScope(runtime.db, (tx) => auditAccount(tx, runtime, caller, "unknown", "accounts/fail-sign-in"));
    throw accountProblem("wrong-credentials");
  }
  const { headers, response } = found;
  const secondFactorNeeded = response !== null && "twoFactorRedirect" in response;
  if (!secondFactorNeeded && response !== null && "user" in response)
    await inScope(runtime.db, (tx) =>
      auditAccount(tx, runtime, caller, response.user.id, "accounts/sign-in", "password"),
    );
  return { cookies: headers.getSetCookie(), secondFactorNeeded };
}

/** One hash for whatever name: an invited person without a password yet must not answer faster than somebody who has one. */
async function tryPassword({ db, signIn }: AccountsRuntime, name: string, password: string, { headers }: Caller) {
  // Nobody has such a password; the library would refuse it without a hash.
  if (password.length > LONGEST_PASSWORD) return null;
  if (!(await inScope(db, (tx) => hasPassword(tx, name)))) {
    await signIn.hashing.hash(password);
    return null;
  }
  const body = { username: name, password, rememberMe: true };
  return known(signIn.auth.api.signInUsername({ body, headers, returnHeaders: true }));
}

/** Ends a sign-in that waits for its one-time code. @throws Problem accounts/wrong-code */
export async function signInByCode(runtime: AccountsRuntime, code: string, caller: Caller): Promise<SignedIn> {
  const { signIn, db } = runtime;
  const isBackup = !/^\d{6}$/.test(code);
  const answer = isBackup
    ? await known(signIn.auth.api.verifyBackupCode({ body: { code }, headers: caller.headers, returnHeaders: true }))
    : await known(signIn.auth.api.verifyTOTP({ body: { code }, headers: caller.headers, returnHeaders: true }));
  if (!answer) {
    await inScope(db, (tx) => auditAccount(tx, runtime, caller, "unknown", "accounts/fail-second-factor"));
    throw accountProblem("wrong-code");
  }
  const { user } = answer.response;
  await inScope(db, (tx) => auditAccount(tx, runtime, caller, user.id, "accounts/sign-in", "one-time-code"));
  return { cookies: answer.headers.getSetCookie(), secondFactorNeeded: false };
}

export async function signOut(runtime: AccountsRuntime, actor: Actor, caller: Caller): Promise<readonly string[]> {
  const { headers } = await runtime.signIn.auth.api.signOut({ headers: caller.headers, returnHeaders: true });
  await inScope(runtime.db, (tx) => auditAccount(tx, runtime, caller, actor.id, "accounts/sign-out"));
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
    await auditAccount(tx, runtime, caller, actor.id, "accounts/change-password");
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
  await inScope(runtime.db, (tx) => auditAccount(tx, runtime, caller, actor.id, "accounts/set-up-second-factor"));
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

/** The id of a person who is signed in. */
export function personOf(actor: Actor): PersonId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: actors of this kind are made from a person's id only
  return actor.id as PersonId;
}

/**
 * The library throws an APIError where what was given is wrong; anything else is a fault of ours. `alsoWrong` is the code of
 * an error that it takes for its own though what was given caused it.
 */
export async function known<Answer>(asked: Promise<Answer>, alsoWrong?: string): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Error && "statusCode" in error)) throw error;
    if (Number(error.statusCode) < 500 || (alsoWrong !== undefined && codeOf(error) === alsoWrong)) return null;
    throw error;
  }
}

function codeOf(error: Error): unknown {
  const body = "body" in error ? error.body : null;
  return typeof body === "object" && body !== null && "code" in body ? body.code : null;
}

/** An entry about somebody's own account; `by` tells what they signed in with. */
export async function auditAccount(
  tx: Tx,
  { clock }: AccountsRuntime,
  { address, requestId }: Caller,
  personId: string,
  action: string,
  by?: SignInMeans,
): Promise<void> {
  const actor: Actor = { kind: "person", id: personId, body: null, roles: [], address };
  const detail = by === undefined ? {} : { by };
  await recordAudit(tx, { at: clock.now(), actor, action, target: personId, detail, requestId });
}
