/**
 * Who asks. Modules know this type only; who somebody is, is found out in src/app.
 * - `public`: anybody, sees what is public today.
 * - `administrator`: holder of the key that the first start makes (until accounts exist).
 * - `system`: the platform itself (sample city, jobs).
 */
export interface Actor {
  readonly kind: "public" | "administrator" | "system";
  /** Stable name for the audit trail, e.g. "administrator-key". */
  readonly id: string;
}

export const PUBLIC_ACTOR: Actor = { kind: "public", id: "public" };
export const SYSTEM_ACTOR: Actor = { kind: "system", id: "mingxin" };
