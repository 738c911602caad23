import type { Actor } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { inScope } from "../../platform/db/scope.ts";
import { accountProblem } from "./accounts.problems.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { countedAttempt } from "./counted-attempt.ts";
import { findPerson, hasToChangePassword } from "./people.store.ts";
import { known, personOf, type Caller } from "./sign-in.ts";

/**
 * The person who is signed in says the password once more, before their ways in change: a desk that was left open, or a
 * session that was stolen, is not them. @throws Problem accounts/wrong-password, accounts/locked, accounts/first-password
 */
export async function proveOneself(
  runtime: AccountsRuntime,
  actor: Actor,
  password: string,
  caller: Caller,
): Promise<PersonId> {
  const personId = personOf(actor);
  const [person, isFirst] = await inScope(runtime.db, async (tx) => [
    await findPerson(tx, personId),
    await hasToChangePassword(tx, personId),
  ]);
  if (!person) throw accountProblem("wrong-password");
  // Somebody else knows it as well.
  if (isFirst) throw accountProblem("first-password");
  const { userName } = person;
  const proof = await countedAttempt(runtime, { userName, address: caller.address }, () =>
    known(runtime.signIn.auth.api.verifyPassword({ body: { password }, headers: caller.headers })),
  );
  if (!proof) throw accountProblem("wrong-password");
  return personId;
}
