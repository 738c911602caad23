import type { Clock } from "../../kernel/time.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import { recordAudit, type AuditEntry } from "./audit.store.ts";

/** Reads what is not public, with its entry in the trail, in one transaction that sees what the reader may. */
export function auditedRead<Found>(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  look: Omit<AuditEntry, "at">,
  read: (tx: Tx) => Promise<Found>,
): Promise<Found> {
  return inScopeOf(db, look.actor, async (tx) => {
    await recordAudit(tx, { at: clock.now(), ...look });
    return read(tx);
  });
}
