/**
 * The audit trail: who did or read what, when, and on which request.
 * Owns `audit_entries`. Promises: an entry is written in the transaction of the act, so there is no act without its entry
 * and no entry without its act; entries are never changed. Refuses: to be switched off.
 */
export { recordAudit } from "./audit.store.ts";
export type { AuditEntry } from "./audit.store.ts";
export { auditedRead } from "./audited-read.ts";
export { registerAuditRoutes } from "./audit.routes.ts";
