import { recordAudit } from "#audit";
import type { Actor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import type { Role } from "../../kernel/permission.ts";
import { addSeconds } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import { accountProblem } from "./accounts.problems.ts";
import type { Proceeding, Step } from "#proceedings";
import { hashToken, newToken, openChange, type AccountsRuntime } from "./accounts-runtime.ts";
import { endKey, insertKey, type ApiKey, type KeyId } from "./api-keys.store.ts";

const DAY_SECONDS = 24 * 3600;

/**
 * Makes a key for a program of a body; it opens nothing until a second person has approved it. The secret is given once and
 * kept nowhere. @throws Problem accounts/unknown-body
 */
export async function makeKey(
  runtime: AccountsRuntime,
  wanted: { readonly name: string; readonly body: string; readonly roles: readonly Role[]; readonly days: number },
  step: Step,
): Promise<{ readonly key: ApiKey; readonly token: string; readonly proceeding: Proceeding }> {
  const { db, catalogue } = runtime;
  const { actor, at } = step;
  if (!catalogue.bodies.has(wanted.body)) throw accountProblem("unknown-body");
  const token = `mx_${newToken()}`;
  const { name, body, roles, days } = wanted;
  const key: ApiKey = {
    keyId: newId<KeyId>(),
    name,
    body,
    roles,
    madeBy: actor.id,
    madeAt: at,
    expiresAt: addSeconds(at, days * DAY_SECONDS),
    approvedAt: null,
    endedAt: null,
    lastUsedOn: null,
  };
  return inScope(db, async (tx) => {
    await insertKey(tx, key, hashToken(token));
    const detail = { name, body, roles, expiresAt: key.expiresAt };
    const proceeding = await openChange(tx, runtime, "key-issue", { target: key.keyId, body, detail }, step);
    return { key, token, proceeding };
  });
}

/** Ends a key at once. @throws Problem accounts/unknown-key */
export async function withdrawKey(
  { db, clock }: AccountsRuntime,
  keyId: KeyId,
  { actor, requestId }: { readonly actor: Actor; readonly requestId: string },
): Promise<void> {
  const at = clock.now();
  await inScope(db, async (tx) => {
    if (!(await endKey(tx, keyId, at))) throw accountProblem("unknown-key");
    await recordAudit(tx, { at, actor, action: "accounts/end-key", target: keyId, detail: {}, requestId });
  });
}
