import type { Actor } from "../../kernel/actor.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

export interface AuditEntry {
  readonly at: Instant;
  readonly actor: Actor;
  /** What was done, "<module>/<verb-noun>". */
  readonly action: string;
  /** What it was done to, e.g. a batch or record id. */
  readonly target: string;
  /** Facts of the act; never personal identifiers or contents of records. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
}

/** Writes one entry of the audit trail in the caller's transaction. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto("audit_entries")
    .values({
      entry_id: newId<Uuid<"audit">>(),
      at: entry.at,
      actor: entry.actor.id,
      action: entry.action,
      target: entry.target,
      detail: JSON.stringify(entry.detail),
      request_id: entry.requestId ?? null,
    })
    .execute();
}
