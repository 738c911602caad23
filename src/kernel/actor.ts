import { grantsOf, isCityWide, ROLES, type Permission, type Role } from "./permission.ts";

/**
 * Who asks. Modules know this type only; who somebody is, is found out in src/app.
 * - `public`: anybody, sees what is public today.
 * - `person`: signed in, acting for a body.
 * - `key`: a program of a body with a key of its own.
 * - `administrator`: holder of the key that the first start makes: whoever runs the machine.
 * - `system`: the platform itself (sample city, jobs).
 */
export interface Actor {
  readonly kind: "public" | "person" | "key" | "administrator" | "system";
  /** Stable name for the audit trail, e.g. "administrator-key". */
  readonly id: string;
  /** Code of the body for which they act; null for none in particular. */
  readonly body: string | null;
  readonly roles: readonly Role[];
  /** Network address from which they ask; null where nobody asks over the network. */
  readonly address: string | null;
}

export const PUBLIC_ACTOR: Actor = { kind: "public", id: "public", body: null, roles: [], address: null };
export const SYSTEM_ACTOR: Actor = { kind: "system", id: "mingxin", body: null, roles: [], address: null };

/** Whoever runs the machine holds every role but that of an organisation's own user. */
const MACHINE_ROLES: readonly Role[] = ROLES.filter((role) => role !== "subject");

/** Whoever runs the machine, by the key that lies on it. */
export function administratorActor(id: string): Actor {
  return { kind: "administrator", id, body: null, roles: MACHINE_ROLES, address: null };
}

export function mayCall(actor: Actor, permission: Permission): boolean {
  if (permission === "public") return true;
  if (permission === "signed-in") return actor.kind !== "public";
  return grantsOf(actor.roles).includes(permission);
}

/**
 * The rows that a transaction may see and write: all, those of one body, or none. Row-level security holds it in the
 * database; a transaction that declared nothing sees nothing.
 */
export type RowScope = "all" | "none" | { readonly body: string };

export function scopeOf(actor: Actor): RowScope {
  if (actor.kind === "system" || actor.kind === "administrator" || isCityWide(actor.roles)) return "all";
  return actor.kind === "public" || actor.body === null ? "none" : { body: actor.body };
}
