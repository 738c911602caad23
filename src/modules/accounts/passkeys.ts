import { isIP } from "node:net";
import type { Actor } from "../../kernel/actor.ts";
import { dateOf } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import { accountProblem } from "./accounts.problems.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import type { AuthenticationAnswer, RegistrationAnswer } from "./sign-in-ways.contract.ts";
import {
  deletePasskey,
  listPasskeys,
  notePasskeyUse,
  renamePasskey,
  type Passkey,
  type PasskeyId,
} from "./passkeys.store.ts";
import { findPerson } from "./people.store.ts";
import { proveOneself } from "./prove-oneself.ts";
import { auditAccount, known, personOf, type Caller, type SignedIn } from "./sign-in.ts";

/** Nobody carries more authenticators than this. */
const MOST_PASSKEYS = 10;

/** What the browser is to ask its authenticator, and the cookie that holds the answer to this browser. */
export interface AuthenticatorQuestion {
  readonly options: object;
  readonly cookies: readonly string[];
}

/**
 * Whether browsers give passkeys to this site at all: they are bound to a name (WebAuthn §5.1.2), never to a number. Without
 * a configured address the name is "localhost", and asked for must it be by that.
 */
export function hasPasskeys(origin: string | null, hostname: string): boolean {
  return origin === null ? hostname === "localhost" : isIP(new URL(origin).hostname.replace(/^\[|\]$/g, "")) === 0;
}

export function listOwnPasskeys({ db }: AccountsRuntime, actor: Actor): Promise<Passkey[]> {
  return inScope(db, (tx) => listPasskeys(tx, personOf(actor)));
}

/**
 * Begins adding a passkey, which takes the password.
 * @throws Problem accounts/no-passkeys-here, accounts/too-many-passkeys, accounts/wrong-password, accounts/locked
 */
export async function beginPasskey(
  runtime: AccountsRuntime,
  actor: Actor,
  password: string,
  caller: Caller,
): Promise<AuthenticatorQuestion> {
  demandPasskeys(runtime);
  const personId = await proveOneself(runtime, actor, password, caller);
  const [person, own] = await inScope(runtime.db, async (tx) => [
    await findPerson(tx, personId),
    await listPasskeys(tx, personId),
  ]);
  if (own.length >= MOST_PASSKEYS) throw accountProblem("too-many-passkeys");
  const { headers, response } = await runtime.signIn.auth.api.generatePasskeyRegistrationOptions({
    headers: caller.headers,
    returnHeaders: true,
  });
  // The library would show the address that people have for its sake only.
  const user = { id: response.user.id, name: person?.userName ?? "", displayName: person?.name ?? "" };
  return { options: { ...response, user }, cookies: headers.getSetCookie() };
}

/** Adds the passkey that the authenticator made. @throws Problem accounts/unfit-passkey */
export async function addPasskey(
  runtime: AccountsRuntime,
  actor: Actor,
  { name, answer }: { readonly name: string; readonly answer: RegistrationAnswer },
  caller: Caller,
): Promise<readonly Passkey[]> {
  const added = await known(
    runtime.signIn.auth.api.verifyPasskeyRegistration({ body: { response: answer, name }, headers: caller.headers }),
    "FAILED_TO_VERIFY_REGISTRATION",
  );
  if (!added) throw accountProblem("unfit-passkey");
  return inScope(runtime.db, async (tx) => {
    await auditAccount(tx, runtime, caller, actor.id, "accounts/add-passkey");
    return listPasskeys(tx, personOf(actor));
  });
}

/** Gives one's own passkey another name. @throws Problem accounts/unknown-passkey */
export function renameOwnPasskey(
  runtime: AccountsRuntime,
  actor: Actor,
  { passkeyId, name }: { readonly passkeyId: PasskeyId; readonly name: string },
  caller: Caller,
): Promise<void> {
  return inScope(runtime.db, async (tx) => {
    if (!(await renamePasskey(tx, personOf(actor), passkeyId, name))) throw accountProblem("unknown-passkey");
    await auditAccount(tx, runtime, caller, actor.id, "accounts/rename-passkey");
  });
}

/** Ends one's own passkey, which takes the password. @throws Problem accounts/unknown-passkey, accounts/wrong-password */
export async function endPasskey(
  runtime: AccountsRuntime,
  actor: Actor,
  { passkeyId, password }: { readonly passkeyId: PasskeyId; readonly password: string },
  caller: Caller,
): Promise<void> {
  const personId = await proveOneself(runtime, actor, password, caller);
  await inScope(runtime.db, async (tx) => {
    if (!(await deletePasskey(tx, personId, passkeyId))) throw accountProblem("unknown-passkey");
    await auditAccount(tx, runtime, caller, actor.id, "accounts/end-passkey");
  });
}

/** Begins signing in by a passkey; nobody says who they are, the authenticator knows. @throws Problem accounts/no-passkeys-here */
export async function beginPasskeySignIn(runtime: AccountsRuntime, caller: Caller): Promise<AuthenticatorQuestion> {
  demandPasskeys(runtime);
  // Whoever is signed in already is not asked for: the question is the same for everybody.
  const headers = new Headers(caller.headers);
  headers.delete("cookie");
  const question = await runtime.signIn.auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true });
  const options = { ...question.response, userVerification: "required" };
  return { options, cookies: question.headers.getSetCookie() };
}

/**
 * Signs in by a passkey. The authenticator and its owner's PIN, finger or face are two factors: no code is asked for.
 * @throws Problem accounts/wrong-passkey
 */
export async function signInByPasskey(
  runtime: AccountsRuntime,
  answer: AuthenticationAnswer,
  caller: Caller,
): Promise<SignedIn> {
  const found = await known(
    runtime.signIn.auth.api.verifyPasskeyAuthentication({
      body: { response: answer },
      headers: caller.headers,
      returnHeaders: true,
    }),
  );
  if (!found) {
    await inScope(runtime.db, (tx) => auditAccount(tx, runtime, caller, "unknown", "accounts/fail-passkey"));
    throw accountProblem("wrong-passkey");
  }
  await inScope(runtime.db, async (tx) => {
    await notePasskeyUse(tx, answer.id, dateOf(runtime.clock.now()));
    await auditAccount(tx, runtime, caller, found.response.user.id, "accounts/sign-in", "passkey");
  });
  return { cookies: found.headers.getSetCookie(), secondFactorNeeded: false };
}

function demandPasskeys({ origin }: AccountsRuntime): void {
  if (!hasPasskeys(origin, "localhost")) throw accountProblem("no-passkeys-here");
}
