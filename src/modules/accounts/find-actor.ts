import type { Actor } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { isCityWide } from "../../kernel/permission.ts";
import { dateOf } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { hashToken } from "./accounts-runtime.ts";
import { findKeyByToken, noteUse } from "./api-keys.store.ts";
import { listRoles, type RoleHeld } from "./people.store.ts";

/** Somebody who has signed in, with what their screen needs beside the actor. */
export interface Session {
  readonly actor: Actor;
  readonly userName: string;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
}

/** Who the session cookie of these headers belongs to, or null. Until a first password is changed they hold no role. */
export async function findSession(
  runtime: AccountsRuntime,
  headers: Headers,
  address: string,
): Promise<Session | null> {
  const found = await runtime.signIn.auth.api.getSession({ headers });
  if (!found) return null;
  const { user } = found;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: the library keeps the ids that we gave
  const held = await inScope(runtime.db, (tx) => listRoles(tx, user.id as PersonId));
  const mustChangePassword = user.mustChangePassword === true;
  const body = actingFor(held, headers.get("x-acting-for"));
  const roles = mustChangePassword ? [] : held.filter((one) => one.body === body).map((one) => one.role);
  return {
    actor: { kind: "person", id: user.id, body, roles, address },
    userName: user.displayUsername ?? user.username ?? "",
    name: user.name,
    mustChangePassword,
    secondFactor: user.twoFactorEnabled === true,
  };
}

/** The body that was named, where the person holds a role in it; else the one whose roles reach furthest. */
function actingFor(held: readonly RoleHeld[], named: string | null): string | null {
  const asked = held.find((one) => one.body === named) ?? held.find((one) => isCityWide([one.role]));
  return (asked ?? held[0])?.body ?? null;
}

/** The program that holds this key, or null for a key that is unknown, ended or expired. */
export async function findKeyHolder(runtime: AccountsRuntime, token: string, address: string): Promise<Actor | null> {
  const at = runtime.clock.now();
  const key = await inScope(runtime.db, async (tx) => {
    const found = await findKeyByToken(tx, hashToken(token), at);
    if (found && found.lastUsedOn !== dateOf(at)) await noteUse(tx, found.keyId, dateOf(at));
    return found;
  });
  return key && { kind: "key", id: key.keyId, body: key.body, roles: key.roles, address };
}
