import type { Actor } from "../../kernel/actor.ts";
import { parseId, type PersonId } from "../../kernel/ids.ts";
import { addSeconds, type Instant } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import { accountProblem } from "./accounts.problems.ts";
import { hashToken, newToken, type AccountsRuntime } from "./accounts-runtime.ts";
import type { Exchange, Identity, IdentityService } from "./identity-service.ts";
import { proveOneself } from "./prove-oneself.ts";
import { auditAccount, known, personOf, type Caller } from "./sign-in.ts";
import { deleteLink, findLinked, findLinkOf, insertLink, keepPending, takePending } from "./sign-on.store.ts";

/** How long somebody may take at the identity service. */
export const SIGN_ON_SECONDS = 600;

/** A sign-on that has begun: where the browser goes, and what it keeps so that only it can end it. */
export interface BegunSignOn {
  readonly address: string;
  readonly binding: string;
}

/** What the identity service sent the browser back with. */
export interface SignOnAnswer {
  readonly state: string;
  readonly code: string | null;
  readonly iss: string | null;
  /** Of the browser that began; null where it has none. */
  readonly binding: string | null;
}

export interface SignedOn {
  readonly outcome: "signed-in" | "second-factor-needed" | "linked";
  readonly cookies: readonly string[];
}

interface Pending extends Exchange {
  readonly bindingHash: string;
  /** Who links their account; null where somebody signs in. */
  readonly personId: string | null;
}

/**
 * Begins signing in by the identity service.
 * @throws Problem accounts/no-identity-service, accounts/identity-service-down
 */
export function beginSignOn(runtime: AccountsRuntime, redirectUri: string): Promise<BegunSignOn> {
  return begin(runtime, redirectUri, null);
}

/**
 * Begins linking one's own account with an identity at the service, which takes the password: whoever finds a desk open
 * must not make themselves a way in. Nobody is linked by a name, a number or an address that the service tells.
 * @throws Problem accounts/no-identity-service, accounts/already-linked, accounts/wrong-password, accounts/locked
 */
export async function beginLink(
  runtime: AccountsRuntime,
  actor: Actor,
  { password, redirectUri }: { readonly password: string; readonly redirectUri: string },
  caller: Caller,
): Promise<BegunSignOn> {
  const { issuer } = serviceOf(runtime);
  const personId = await proveOneself(runtime, actor, password, caller);
  if ((await inScope(runtime.db, (tx) => findLinkOf(tx, personId, issuer))) !== null)
    throw accountProblem("already-linked");
  return begin(runtime, redirectUri, personId);
}

async function begin(runtime: AccountsRuntime, redirectUri: string, personId: string | null): Promise<BegunSignOn> {
  const [state, binding] = [newToken(), newToken()];
  const exchange: Exchange = { redirectUri, nonce: newToken(), verifier: newToken() };
  const address = await serviceOf(runtime).addressFor(exchange, state);
  const pending: Pending = { ...exchange, personId, bindingHash: hashToken(binding).toString("hex") };
  const at = runtime.clock.now();
  await inScope(runtime.db, (tx) =>
    keepPending(tx, {
      identifier: identifierOf(state),
      value: JSON.stringify(pending),
      at,
      expiresAt: addSeconds(at, SIGN_ON_SECONDS),
    }),
  );
  return { address, binding };
}

/**
 * Ends what {@link beginSignOn} or {@link beginLink} began, in the same browser and once. Whoever signs in must be linked
 * already; what roles they hold is decided here, whatever the service says.
 * @throws Problem accounts/sign-on-refused, accounts/not-linked, accounts/linked-to-another,
 *   accounts/identity-service-down, accounts/no-identity-service
 */
export async function endSignOn(
  runtime: AccountsRuntime,
  actor: Actor,
  answer: SignOnAnswer,
  caller: Caller,
): Promise<SignedOn> {
  const service = serviceOf(runtime);
  const at = runtime.clock.now();
  const value = await inScope(runtime.db, (tx) => takePending(tx, identifierOf(answer.state), at));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: `begin` alone writes these values
  const pending = value === null ? null : (JSON.parse(value) as Pending);
  const isOwn = pending !== null && answer.binding !== null && isBinding(pending, answer.binding);
  if (!isOwn || answer.code === null) throw await refuse(runtime, caller, "accounts/fail-sign-on", "sign-on-refused");
  const identity = await service
    .identify({ code: answer.code, iss: answer.iss }, pending)
    .catch(async (error: unknown) => {
      await inScope(runtime.db, (tx) => auditAccount(tx, runtime, caller, "unknown", "accounts/fail-sign-on"));
      throw error;
    });
  return pending.personId === null
    ? signInAs(runtime, identity, caller)
    : link(runtime, { actor, personId: pending.personId, identity, at }, caller);
}

async function signInAs(runtime: AccountsRuntime, identity: Identity, caller: Caller): Promise<SignedOn> {
  const { db, signIn } = runtime;
  const personId = await inScope(db, (tx) => findLinked(tx, identity.issuer, identity.subject));
  if (personId === null) throw await refuse(runtime, caller, "accounts/fail-sign-on", "not-linked");
  const { api } = signIn.auth;
  const call = { body: { personId }, headers: caller.headers, returnHeaders: true } as const;
  const begun = await known(identity.hasSecondFactor ? api.beginWithTwoFactors(call) : api.beginWithOneFactor(call));
  if (!begun) throw accountProblem("sign-on-refused");
  const isWaiting = "twoFactorRedirect" in begun.response;
  if (!isWaiting)
    await inScope(db, (tx) => auditAccount(tx, runtime, caller, personId, "accounts/sign-in", "identity-service"));
  return { outcome: isWaiting ? "second-factor-needed" : "signed-in", cookies: begun.headers.getSetCookie() };
}

async function link(
  runtime: AccountsRuntime,
  wanted: {
    readonly actor: Actor;
    readonly personId: string;
    readonly identity: Identity;
    readonly at: Instant;
  },
  caller: Caller,
): Promise<SignedOn> {
  const { actor, identity, at } = wanted;
  const personId = parseId<PersonId>(wanted.personId);
  // Somebody else may have signed in with this browser meanwhile.
  if (personId === null || actor.kind !== "person" || actor.id !== personId) throw accountProblem("sign-on-refused");
  await inScope(runtime.db, async (tx) => {
    const { issuer, subject } = identity;
    if (!(await insertLink(tx, { personId, issuer, subject, at }))) {
      const other = await findLinked(tx, issuer, subject);
      throw accountProblem(other === null || other === personId ? "already-linked" : "linked-to-another");
    }
    await auditAccount(tx, runtime, caller, personId, "accounts/link-identity");
  });
  return { outcome: "linked", cookies: [] };
}

/** Since when one's own account is linked with the identity service; null where it is not, or there is no service. */
export async function findOwnLink(runtime: AccountsRuntime, actor: Actor): Promise<Instant | null> {
  const { identityService, db } = runtime;
  if (!identityService) return null;
  return inScope(db, (tx) => findLinkOf(tx, personOf(actor), identityService.issuer));
}

/** Ends one's own link. @throws Problem accounts/no-identity-service, accounts/not-linked, accounts/wrong-password */
export async function endLink(runtime: AccountsRuntime, actor: Actor, password: string, caller: Caller): Promise<void> {
  const { issuer } = serviceOf(runtime);
  const personId = await proveOneself(runtime, actor, password, caller);
  await inScope(runtime.db, async (tx) => {
    if (!(await deleteLink(tx, personId, issuer))) throw accountProblem("not-linked");
    await auditAccount(tx, runtime, caller, personId, "accounts/end-identity-link");
  });
}

function serviceOf({ identityService }: AccountsRuntime): IdentityService {
  if (!identityService) throw accountProblem("no-identity-service");
  return identityService;
}

function isBinding({ bindingHash }: Pending, binding: string): boolean {
  return hashToken(binding).toString("hex") === bindingHash;
}

function identifierOf(state: string): string {
  return `sign-on-${hashToken(state).toString("hex")}`;
}

async function refuse(
  runtime: AccountsRuntime,
  caller: Caller,
  action: string,
  code: "sign-on-refused" | "not-linked",
): Promise<Error> {
  await inScope(runtime.db, (tx) => auditAccount(tx, runtime, caller, "unknown", action));
  return accountProblem(code);
}
