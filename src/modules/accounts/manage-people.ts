import { openProceeding, takeStep, type Proceeding, type Step } from "#proceedings";
import { recordAudit } from "#audit";
import { SYSTEM_ACTOR, type Actor } from "../../kernel/actor.ts";
import { newId, parseId, type PersonId, type ProceedingId } from "../../kernel/ids.ts";
import { grantsOf, isOfCreditOffice, type Role } from "../../kernel/permission.ts";
import { addSeconds, type Instant } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { accountProblem } from "./accounts.problems.ts";
import { hashToken, newToken, procedureOf, type AccountsRuntime } from "./accounts-runtime.ts";
import { approveKey, type KeyId } from "./api-keys.store.ts";
import {
  closeInvitations,
  completeInvitation,
  endRole,
  findInvited,
  findPerson,
  grantRole,
  insertInvitation,
  insertPerson,
  isHeldByAnybody,
  listRoles,
  removeOtherWays,
  setPassword,
} from "./people.store.ts";
import { isFitPassword } from "./sign-in.ts";
import { isUserName } from "./sign-in-library.store.ts";

const INVITATION_SECONDS = 7 * 24 * 3600;

/** A change of one role, as it stands in the detail of its proceeding. */
export interface ProposedChange {
  readonly personId: PersonId;
  readonly body: string;
  readonly role: Role;
  readonly change: "grant" | "end";
}

/**
 * One half of an invitation, shown once: the other is given to whoever approves it, and only both together, joined by a
 * dot, set a password. Complete where a role was founded.
 */
export interface InvitationPart {
  readonly token: string;
  readonly complete: boolean;
  readonly expiresAt: Instant;
}

export interface Proposed {
  readonly personId: PersonId;
  readonly invitation: InvitationPart;
  readonly proceeding: Proceeding;
}

/**
 * Makes a person with an invitation and proposes a first role. Signing in works from then on; the role counts when a
 * second person has approved it. As long as nobody holds a role, the machine's own key founds it (see {@link foundRole}).
 * @throws Problem accounts/user-name-taken, accounts/unfit-user-name, accounts/unknown-body
 */
export async function invitePerson(
  runtime: AccountsRuntime,
  person: { readonly userName: string; readonly name: string; readonly body: string; readonly role: Role },
  step: Step,
): Promise<Proposed> {
  const userName = person.userName.normalize("NFKC").trim();
  if (!isUserName(userName)) throw accountProblem("unfit-user-name");
  return inScope(runtime.db, async (tx) => {
    const personId = newId<PersonId>();
    if (!(await insertPerson(tx, { personId, userName, name: person.name }, step.at)))
      throw accountProblem("user-name-taken");
    const { body, role } = person;
    const change: ProposedChange = { personId, body, role, change: "grant" };
    // The very first of a role are nobody's to approve.
    const isFirst = step.actor.kind === "administrator" && !(await isHeldByAnybody(tx, role));
    const proceeding = isFirst ? await foundRole(tx, runtime, change, step) : await propose(tx, runtime, change, step);
    const invitation = await beginInvitation(tx, proceeding, personId, step.at);
    return { personId, invitation, proceeding };
  });
}

/**
 * Proposes a further invitation for somebody who lost the password or the link. It takes a second person: whoever can set
 * another's password could act in their name, and decide what they proposed themselves.
 * @throws Problem accounts/unknown-person
 */
export function proposeRecovery(runtime: AccountsRuntime, personId: PersonId, step: Step): Promise<Proposed> {
  return inScope(runtime.db, async (tx) => {
    if (!(await findPerson(tx, personId))) throw accountProblem("unknown-person");
    const about = { target: personId, body: null, detail: { personId } };
    const proceeding = await openProceeding(tx, procedureOf(runtime, "account-recovery"), about, step);
    const invitation = await beginInvitation(tx, proceeding, personId, step.at);
    return { personId, invitation, proceeding };
  });
}

async function beginInvitation(
  tx: Tx,
  { proceedingId, state }: Proceeding,
  personId: PersonId,
  at: Instant,
): Promise<InvitationPart> {
  const [first, second] = [newToken(), newToken()];
  const complete = state === "approved";
  const expiresAt = addSeconds(at, INVITATION_SECONDS);
  const secondHash = complete ? hashToken(second) : null;
  await insertInvitation(tx, { proceedingId, personId, firstHash: hashToken(first), secondHash, expiresAt });
  return { token: complete ? `${first}.${second}` : first, complete, expiresAt };
}

/** Sets a first password by an invitation. @throws Problem accounts/invitation-over, accounts/unfit-password */
export async function acceptInvitation(
  runtime: AccountsRuntime,
  { token, password }: { readonly token: string; readonly password: string },
  { address, requestId }: { readonly address: string; readonly requestId: string },
): Promise<{ readonly userName: string }> {
  const at = runtime.clock.now();
  const [first = "", second = ""] = token.split(".", 2);
  const halves = [hashToken(first), hashToken(second)] as const;
  const person = await inScope(runtime.db, async (tx) => {
    const personId = await findInvited(tx, halves, at);
    return personId && findPerson(tx, personId);
  });
  if (!person) throw accountProblem("invitation-over");
  if (!isFitPassword(password, person.userName)) throw accountProblem("unfit-password");
  // Hashed for those only who were invited: it takes long, on purpose.
  const context = await runtime.signIn.auth.$context;
  const hash = await context.password.hash(password);
  const { personId, userName } = person;
  return inScope(runtime.db, async (tx) => {
    if ((await findInvited(tx, halves, at)) === null || !(await closeInvitations(tx, personId, at)))
      throw accountProblem("invitation-over");
    await setPassword(tx, personId, hash, { mustChange: false, at });
    const actor: Actor = { kind: "person", id: personId, body: null, roles: [], address };
    const entry = { action: "accounts/accept-invitation", target: personId, detail: {}, requestId };
    await recordAudit(tx, { at, actor, ...entry });
    return { userName };
  });
}

/** Proposes to give or take a role. @throws Problem accounts/unknown-person, accounts/unknown-body, accounts/role-as-it-is */
export function proposeRoleChange(runtime: AccountsRuntime, change: ProposedChange, step: Step): Promise<Proceeding> {
  return inScope(runtime.db, (tx) => propose(tx, runtime, change, step));
}

async function propose(tx: Tx, runtime: AccountsRuntime, change: ProposedChange, step: Step): Promise<Proceeding> {
  const { personId, body, role } = change;
  const where = runtime.catalogue.bodies.get(body);
  if (!where) throw accountProblem("unknown-body");
  if (isOfCreditOffice(role) && where.creditOffice !== true) throw accountProblem("role-of-credit-office");
  const person = await findPerson(tx, personId);
  if (!person) throw accountProblem("unknown-person");
  const isHeld = person.roles.some((held) => held.body === body && held.role === role);
  if (isHeld === (change.change === "grant")) throw accountProblem("role-as-it-is");
  const detail = { personId, body, role, change: change.change };
  return openProceeding(tx, procedureOf(runtime, "role-change"), { target: personId, body, detail }, step);
}

/**
 * Takes an act on a proposed change; an approval has its effect in the same transaction. Where an invitation waited for it,
 * whoever approved is given its other half. Whoever proposed it must still have the right to: a role that ended ends with
 * what was begun by it.
 * @throws Problem accounts/opener-without-right, proceedings/lapsed, or why the act cannot be taken
 */
export function decideAccessChange(
  runtime: AccountsRuntime,
  proceedingId: ProceedingId,
  act: string,
  step: Step,
): Promise<{ readonly proceeding: Proceeding; readonly invitation: InvitationPart | null }> {
  return inScope(runtime.db, async (tx) => {
    const proceeding = await takeStep(tx, runtime.procedures, proceedingId, act, step);
    if (proceeding.state !== "approved") return { proceeding, invitation: null };
    await demandOpenersRight(tx, runtime, proceeding);
    await carryOut(tx, proceeding, step.at);
    const token = newToken();
    const half = { secondHash: hashToken(token), expiresAt: addSeconds(step.at, INVITATION_SECONDS) };
    const expiresAt = await completeInvitation(tx, proceedingId, half);
    return { proceeding, invitation: expiresAt && { token, complete: false, expiresAt } };
  });
}

async function demandOpenersRight(tx: Tx, { procedures }: AccountsRuntime, proceeding: Proceeding): Promise<void> {
  const needed = procedures.get(proceeding.procedure)?.openedWith;
  // Who is no person here is the machine itself or the platform, whose rights do not end.
  const opener = parseId<PersonId>(proceeding.openedBy);
  if (needed === undefined || opener === null) return;
  const roles = (await listRoles(tx, opener)).map(({ role }) => role);
  if (!grantsOf(roles).includes(needed)) throw accountProblem("opener-without-right");
}

function keyIn({ target }: Proceeding): KeyId {
  const keyId = parseId<KeyId>(target);
  if (!keyId) throw new Error(`a proceeding about ${target}, which is no key`);
  return keyId;
}

function personIn({ target }: Proceeding): PersonId {
  const personId = parseId<PersonId>(target);
  if (!personId) throw new Error(`a proceeding about ${target}, who is no person`);
  return personId;
}

/** Gives a role that nobody holds yet: the platform proposes it, whoever runs the machine approves; the events say so. */
export async function foundRole(
  tx: Tx,
  runtime: AccountsRuntime,
  change: ProposedChange,
  step: Step,
): Promise<Proceeding> {
  const { proceedingId } = await propose(tx, runtime, change, { ...step, actor: SYSTEM_ACTOR });
  const approved = await takeStep(tx, runtime.procedures, proceedingId, "approve", step);
  await carryOut(tx, approved, step.at);
  return approved;
}

async function carryOut(tx: Tx, proceeding: Proceeding, at: Instant): Promise<void> {
  if (proceeding.procedure === "account-recovery") return removeOtherWays(tx, personIn(proceeding));
  if (proceeding.procedure === "key-issue") return approveKey(tx, keyIn(proceeding), at);
  const { proceedingId, detail } = proceeding;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: proceedings of this procedure are opened by `propose` only
  const { personId, body, role, change } = detail as unknown as ProposedChange;
  const held = { personId, body, role, proceedingId, at };
  const done = change === "grant" ? await grantRole(tx, held) : await endRole(tx, held);
  if (!done) throw accountProblem("role-as-it-is");
}
