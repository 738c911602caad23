/**
 * Keys of session-level advisory locks, each taken for one purpose; (first, second) as PostgreSQL takes two int4. The
 * first number is the platform's, so that other programs on the same database do not collide.
 */
export const LOCKS = {
  /** Making roles and applying migrations. */
  migrate: [0x6d78, 1],
  /** Held by the one supervisor of an embedded server as long as it lives. */
  supervisor: [0x6d78, 2],
} as const;
