import { openProceeding, takeStep, type Procedure, type Proceeding, type Step } from "#proceedings";
import { SYSTEM_ACTOR } from "../../kernel/actor.ts";
import { newId, parseId, type PersonId, type ProceedingId } from "../../kernel/ids.ts";
import type { Role } from "../../kernel/permission.ts";
import { addSeconds, type Instant } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { accountProblem } from "./accounts.problems.ts";
import { hashToken, newToken, type AccountsRuntime } from "./accounts-runtime.ts";
import {
  endRole,
  findPerson,
  grantRole,
  insertInvitation,
  insertPerson,
  isHeldByAnybody,
  setPassword,
  useInvitation,
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

export interface Invited {
  readonly personId: PersonId;
  /** Shown once: whoever holds it sets the first password. */
  readonly invitation: { readonly token: string; readonly expiresAt: Instant };
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
): Promise<Invited> {
  const userName = person.userName.normalize("NFKC").trim();
  if (!isUserName(userName)) throw accountProblem("unfit-user-name");
  return inScope(runtime.db, async (tx) => {
    const personId = newId<PersonId>();
    if (!(await insertPerson(tx, { personId, userName, name: person.name }, step.at)))
      throw accountProblem("user-name-taken");
    const invitation = await makeInvitation(tx, personId, step.at);
    const { body, role } = person;
    const change: ProposedChange = { personId, body, role, change: "grant" };
    // The very first of a role are nobody's to approve.
    const isFirst = step.actor.kind === "administrator" && !(await isHeldByAnybody(tx, role));
    const proceeding = isFirst ? await foundRole(tx, runtime, change, step) : await propose(tx, runtime, change, step);
    return { personId, invitation, proceeding };
  });
}

/**
 * Proposes a further invitation for somebody who lost the password or the link. It takes a second person: whoever can set
 * another's password could act in their name, and decide what they proposed themselves.
 * @throws Problem accounts/unknown-person
 */
export function proposeRecovery(runtime: AccountsRuntime, personId: PersonId, step: Step): Promise<Proceeding> {
  return inScope(runtime.db, async (tx) => {
    if (!(await findPerson(tx, personId))) throw accountProblem("unknown-person");
    const about = { target: personId, body: null, detail: { personId } };
    return openProceeding(tx, procedureOf(runtime, "account-recovery"), about, step);
  });
}

async function makeInvitation(tx: Tx, personId: PersonId, at: Instant): Promise<Invited["invitation"]> {
  const token = newToken();
  const expiresAt = addSeconds(at, INVITATION_SECONDS);
  await insertInvitation(tx, { tokenHash: hashToken(token), personId, expiresAt });
  return { token, expiresAt };
}

/** Sets a first password by an invitation. @throws Problem accounts/invitation-over, accounts/unfit-password */
export async function acceptInvitation(
  runtime: AccountsRuntime,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<{ readonly userName: string }> {
  const at = runtime.clock.now();
  const context = await runtime.signIn.auth.$context;
  const hash = await context.password.hash(password);
  return inScope(runtime.db, async (tx) => {
    const personId = await useInvitation(tx, hashToken(token), at);
    const person = personId && (await findPerson(tx, personId));
    if (!person) throw accountProblem("invitation-over");
    if (!isFitPassword(password, person.userName)) throw accountProblem("unfit-password");
    await setPassword(tx, person.personId, hash, { mustChange: false, at });
    return { userName: person.userName };
  });
}

/** Proposes to give or take a role. @throws Problem accounts/unknown-person, accounts/unknown-body, accounts/role-as-it-is */
export function proposeRoleChange(runtime: AccountsRuntime, change: ProposedChange, step: Step): Promise<Proceeding> {
  return inScope(runtime.db, (tx) => propose(tx, runtime, change, step));
}

async function propose(tx: Tx, runtime: AccountsRuntime, change: ProposedChange, step: Step): Promise<Proceeding> {
  const { personId, body, role } = change;
  if (!runtime.catalogue.bodies.has(body)) throw accountProblem("unknown-body");
  const person = await findPerson(tx, personId);
  if (!person) throw accountProblem("unknown-person");
  const isHeld = person.roles.some((held) => held.body === body && held.role === role);
  if (isHeld === (change.change === "grant")) throw accountProblem("role-as-it-is");
  const detail = { personId, body, role, change: change.change };
  return openProceeding(tx, procedureOf(runtime, "role-change"), { target: personId, body, detail }, step);
}

/**
 * Takes an act on a proposed change; an approval has its effect in the same transaction. That of a recovery gives the
 * invitation to whoever approved it.
 */
export function decideAccessChange(
  runtime: AccountsRuntime,
  proceedingId: ProceedingId,
  act: string,
  step: Step,
): Promise<{ readonly proceeding: Proceeding; readonly invitation: Invited["invitation"] | null }> {
  return inScope(runtime.db, async (tx) => {
    const proceeding = await takeStep(tx, runtime.procedures, proceedingId, act, step);
    const isApproved = proceeding.state === "approved";
    if (isApproved && proceeding.procedure === "account-recovery") {
      const invitation = await makeInvitation(tx, personIn(proceeding), step.at);
      return { proceeding, invitation };
    }
    if (isApproved) await carryOut(tx, proceeding, step.at);
    return { proceeding, invitation: null };
  });
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

async function carryOut(tx: Tx, { proceedingId, detail }: Proceeding, at: Instant): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: proceedings of this procedure are opened by `propose` only
  const { personId, body, role, change } = detail as unknown as ProposedChange;
  const held = { personId, body, role, proceedingId, at };
  const done = change === "grant" ? await grantRole(tx, held) : await endRole(tx, held);
  if (!done) throw accountProblem("role-as-it-is");
}

function procedureOf({ procedures }: AccountsRuntime, name: "role-change" | "account-recovery"): Procedure {
  const procedure = procedures.get(name);
  if (!procedure) throw new Error(`data/procedures has no ${name}`);
  return procedure;
}
