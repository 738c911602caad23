import { randomInt } from "node:crypto";
import { newId, type PersonId } from "../../kernel/ids.ts";
import type { Role } from "../../kernel/permission.ts";
import { administratorActor, type Actor } from "../../kernel/actor.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { foundRole } from "./manage-people.ts";
import { insertPerson, listPeople, setPassword } from "./people.store.ts";

/** The people of the sample city, one for each of the roles that work with it. */
const PEOPLE = [
  { userName: "admin", name: "示例·管理员", body: "hs-credit-centre", role: "administrator" },
  { userName: "operator", name: "示例·经办", body: "hs-credit-centre", role: "operator" },
  { userName: "supervisor", name: "示例·主管", body: "hs-credit-centre", role: "supervisor" },
  { userName: "auditor", name: "示例·审计", body: "hs-credit-office", role: "auditor" },
  { userName: "reporter", name: "示例·报送员", body: "hs-ecology", role: "reporter" },
  { userName: "reviewer", name: "示例·复核员", body: "hs-ecology", role: "reviewer" },
] as const satisfies readonly { userName: string; name: string; body: string; role: Role }[];

/** Letters and digits that nobody mistakes for each other. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const PASSWORD_LENGTH = 16;

export interface SamplePerson {
  readonly personId: PersonId;
  readonly userName: string;
  readonly name: string;
  readonly body: string;
  readonly role: Role;
  /** To be changed at the first sign-in. */
  readonly password: string;
}

/**
 * Makes the people of the sample city with passwords for one sign-in, where there is nobody yet, and gives them, or none;
 * `keep` has them before. There are no passwords that anybody could know beforehand.
 */
export async function foundSamplePeople(
  runtime: AccountsRuntime,
  keep: (people: readonly SamplePerson[]) => Promise<void>,
): Promise<readonly SamplePerson[]> {
  const { db, clock, signIn } = runtime;
  if ((await inScope(db, (tx) => listPeople(tx, null, 1))).length > 0) return [];
  const context = await signIn.auth.$context;
  const people = PEOPLE.map((person) => ({ ...person, personId: newId<PersonId>(), password: newPassword() }));
  const hashes = await Promise.all(people.map(({ password }) => context.password.hash(password)));
  const at = clock.now();
  await keep(people);
  await inScope(db, async (tx) => {
    for (const [index, { personId, userName, name, body, role }] of people.entries()) {
      if (!(await insertPerson(tx, { personId, userName, name }, at))) continue;
      await setPassword(tx, personId, hashes[index] ?? "", { mustChange: true, at });
      const step = { actor: administratorActor("first-start"), at, reason: "示例城市 sample city" };
      await foundRole(tx, runtime, { personId, body, role, change: "grant" }, step);
    }
  });
  return people;
}

/** A person of the sample city as who acts, or null where there is none of that user name. */
export async function findSamplePerson({ db }: AccountsRuntime, userName: string): Promise<Actor | null> {
  const person = (await inScope(db, (tx) => listPeople(tx, null, PEOPLE.length))).find(
    (one) => one.userName === userName,
  );
  const body = person?.roles[0]?.body;
  if (!person || body === undefined) return null;
  const roles = person.roles.map(({ role }) => role);
  return { kind: "person", id: person.personId, body, roles, address: null };
}

function newPassword(): string {
  return Array.from({ length: PASSWORD_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
}
