import { sql } from "kysely";
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
  /** What a restricted read was for, as the reader stated it. */
  readonly purpose?: string;
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
      body: entry.actor.body,
      origin: entry.actor.address,
      purpose: entry.purpose ?? null,
    })
    .execute();
}

/** An entry as it is read again. */
export interface StoredEntry {
  readonly entryId: Uuid<"audit">;
  readonly at: Instant;
  readonly actor: string;
  readonly body: string | null;
  readonly action: string;
  readonly target: string;
  readonly purpose: string | null;
  readonly origin: string | null;
  readonly requestId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Which entries are looked for; what is not given does not matter. */
export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly body?: string | undefined;
  /** The action, or its module with the slash: "ingest/". */
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** Entries, newest first, from before one of them. */
export async function listAudit(
  tx: Tx,
  filter: AuditFilter,
  before: Uuid<"audit"> | null,
  limit: number,
): Promise<StoredEntry[]> {
  const parts = [sql`true`];
  if (filter.actor !== undefined) parts.push(sql`actor = ${filter.actor}`);
  if (filter.body !== undefined) parts.push(sql`body = ${filter.body}`);
  if (filter.action?.endsWith("/") === true) parts.push(sql`starts_with(action, ${filter.action})`);
  else if (filter.action !== undefined) parts.push(sql`action = ${filter.action}`);
  if (filter.target !== undefined) parts.push(sql`target = ${filter.target}`);
  if (filter.from !== undefined) parts.push(sql`at >= ${filter.from}::timestamptz`);
  if (filter.to !== undefined) parts.push(sql`at < ${filter.to}::timestamptz`);
  // Ids ascend with time (UUIDv7), so the page continues where the one before ended.
  if (before !== null) parts.push(sql`entry_id < ${before}::uuid`);
  const found = await sql<StoredEntry>`SELECT entry_id AS "entryId", at, actor, body, action, target, purpose, origin,
      request_id AS "requestId", detail
    FROM audit_entries WHERE ${sql.join(parts, sql` AND `)} ORDER BY entry_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}
