import { sql } from "kysely";
import type { PersonId, ProceedingId } from "../../kernel/ids.ts";
import type { Role } from "../../kernel/permission.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

export interface RoleHeld {
  readonly body: string;
  readonly role: Role;
}

/** Somebody who may sign in, without secrets. */
export interface Person {
  readonly personId: PersonId;
  readonly userName: string;
  readonly name: string;
  readonly secondFactor: boolean;
  readonly roles: readonly RoleHeld[];
  /** Has set a password, or somebody has set a first one. */
  readonly active: boolean;
}

const PERSON = sql`p.id AS "personId", p.username AS "userName", p.name, coalesce(p.two_factor_enabled, false) AS "secondFactor",
  coalesce((SELECT jsonb_agg(jsonb_build_object('body', r.body, 'role', r.role) ORDER BY r.body, r.role)
    FROM accounts.roles_held r WHERE r.user_id = p.id AND r.held_until IS NULL), '[]') AS roles,
  EXISTS (SELECT FROM accounts.credentials c WHERE c.user_id = p.id AND c.provider_id = 'credential') AS active`;

export async function findPerson(tx: Tx, personId: PersonId): Promise<Person | null> {
  const found = await sql<Person>`SELECT ${PERSON} FROM accounts.people p WHERE p.id = ${personId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

/** People by user name, from behind one of them. */
export async function listPeople(tx: Tx, after: string | null, limit: number): Promise<Person[]> {
  const found = await sql<Person>`SELECT ${PERSON} FROM accounts.people p
    WHERE ${after}::text IS NULL OR p.username > ${after} ORDER BY p.username LIMIT ${limit}`.execute(tx);
  return found.rows;
}

export async function insertPerson(
  tx: Tx,
  person: { readonly personId: PersonId; readonly userName: string; readonly name: string },
  at: Instant,
): Promise<boolean> {
  const { personId, userName, name } = person;
  // Mail comes later; the library wants an address, and one below .invalid (RFC 2606) is nobody's.
  const made =
    await sql`INSERT INTO accounts.people (id, name, email, email_verified, username, display_username, created_at, updated_at)
    VALUES (${personId}::uuid, ${name}, ${`${personId}@people.invalid`}, false, ${userName.toLowerCase()}, ${userName},
      ${at}::timestamptz, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(made.numAffectedRows ?? 0n) === 1;
}

/** Sets a person's password, given its hash, and ends what was signed in by an older one. */
export async function setPassword(
  tx: Tx,
  personId: PersonId,
  hash: string,
  { mustChange, at }: { readonly mustChange: boolean; readonly at: Instant },
): Promise<void> {
  await sql`DELETE FROM accounts.credentials WHERE user_id = ${personId}::uuid AND provider_id = 'credential'`.execute(
    tx,
  );
  await sql`INSERT INTO accounts.credentials (id, account_id, provider_id, user_id, password, created_at, updated_at)
    VALUES (gen_random_uuid(), ${personId}, 'credential', ${personId}::uuid, ${hash}, ${at}::timestamptz, ${at}::timestamptz)`.execute(
    tx,
  );
  await sql`DELETE FROM accounts.sessions WHERE user_id = ${personId}::uuid`.execute(tx);
  await setMustChange(tx, personId, mustChange);
}

/** Whether a password is set for the user of this name. */
export async function hasPassword(tx: Tx, userName: string): Promise<boolean> {
  const found = await sql<{ has: boolean }>`SELECT EXISTS (SELECT FROM accounts.people p JOIN accounts.credentials c
    ON c.user_id = p.id AND c.provider_id = 'credential' WHERE p.username = ${userName}) AS has`.execute(tx);
  return found.rows[0]?.has === true;
}

/** Whether somebody else chose the person's password. */
export async function hasToChangePassword(tx: Tx, personId: PersonId): Promise<boolean> {
  const found = await sql<{ has: boolean }>`SELECT must_change_password AS has FROM accounts.people
    WHERE id = ${personId}::uuid`.execute(tx);
  return found.rows[0]?.has === true;
}

export async function setMustChange(tx: Tx, personId: PersonId, mustChange: boolean): Promise<void> {
  await sql`UPDATE accounts.people SET must_change_password = ${mustChange} WHERE id = ${personId}::uuid`.execute(tx);
}

export async function listRoles(tx: Tx, personId: PersonId): Promise<RoleHeld[]> {
  const found = await sql<RoleHeld>`SELECT body, role FROM accounts.roles_held
    WHERE user_id = ${personId}::uuid AND held_until IS NULL ORDER BY held_from, body, role`.execute(tx);
  return found.rows;
}

/** Whether anybody holds the role anywhere. */
export async function isHeldByAnybody(tx: Tx, role: Role): Promise<boolean> {
  const found = await sql<{ held: boolean }>`SELECT EXISTS (SELECT FROM accounts.roles_held
    WHERE role = ${role} AND held_until IS NULL) AS held`.execute(tx);
  return found.rows[0]?.held === true;
}

export interface RoleChange extends RoleHeld {
  readonly personId: PersonId;
  readonly proceedingId: ProceedingId;
  readonly at: Instant;
}

export async function grantRole(tx: Tx, { personId, body, role, proceedingId, at }: RoleChange): Promise<boolean> {
  const made = await sql`INSERT INTO accounts.roles_held (user_id, body, role, proceeding_id, held_from)
    VALUES (${personId}::uuid, ${body}, ${role}, ${proceedingId}::uuid, ${at}::timestamptz)
    ON CONFLICT DO NOTHING`.execute(tx);
  return Number(made.numAffectedRows ?? 0n) === 1;
}

export async function endRole(tx: Tx, { personId, body, role, proceedingId, at }: RoleChange): Promise<boolean> {
  const ended =
    await sql`UPDATE accounts.roles_held SET held_until = ${at}::timestamptz, ended_by = ${proceedingId}::uuid
    WHERE user_id = ${personId}::uuid AND body = ${body} AND role = ${role} AND held_until IS NULL`.execute(tx);
  return Number(ended.numAffectedRows ?? 0n) === 1;
}

export interface Invitation {
  readonly proceedingId: ProceedingId;
  readonly personId: PersonId;
  readonly firstHash: Buffer;
  readonly secondHash: Buffer | null;
  readonly expiresAt: Instant;
}

export async function insertInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  const { proceedingId, personId, firstHash, secondHash, expiresAt } = invitation;
  await sql`INSERT INTO accounts.invitations (proceeding_id, user_id, first_hash, second_hash, expires_at)
    VALUES (${proceedingId}::uuid, ${personId}::uuid, ${firstHash}, ${secondHash}, ${expiresAt}::timestamptz)`.execute(
    tx,
  );
}

/** Gives an invitation its second half and its term; gives its end, or null where the proceeding has none. */
export async function completeInvitation(
  tx: Tx,
  proceedingId: ProceedingId,
  { secondHash, expiresAt }: { readonly secondHash: Buffer; readonly expiresAt: Instant },
): Promise<Instant | null> {
  const found = await sql<{ expiresAt: Instant }>`UPDATE accounts.invitations
    SET second_hash = ${secondHash}, expires_at = ${expiresAt}::timestamptz
    WHERE proceeding_id = ${proceedingId}::uuid AND second_hash IS NULL RETURNING expires_at AS "expiresAt"`.execute(
    tx,
  );
  return found.rows[0]?.expiresAt ?? null;
}

/** Whose invitation these halves are; null when it was used, has expired, or is not approved. */
export async function findInvited(
  tx: Tx,
  [firstHash, secondHash]: readonly [Buffer, Buffer],
  at: Instant,
): Promise<PersonId | null> {
  const found = await sql<{ personId: PersonId }>`SELECT user_id AS "personId" FROM accounts.invitations
    WHERE first_hash = ${firstHash} AND second_hash = ${secondHash} AND used_at IS NULL
      AND expires_at > ${at}::timestamptz`.execute(tx);
  return found.rows[0]?.personId ?? null;
}

/** Uses up every invitation of a person: one password was set, older links must not set another. Tells whether one was open. */
export async function closeInvitations(tx: Tx, personId: PersonId, at: Instant): Promise<boolean> {
  const used = await sql`UPDATE accounts.invitations SET used_at = ${at}::timestamptz
    WHERE user_id = ${personId}::uuid AND used_at IS NULL`.execute(tx);
  return Number(used.numAffectedRows ?? 0n) > 0;
}

/**
 * Takes every way in but the password away: one-time codes, passkeys, links to an identity service, and what was signed in
 * by them. Whoever lost an account does not know who has what of it.
 */
export async function removeOtherWays(tx: Tx, personId: PersonId): Promise<void> {
  await sql`DELETE FROM accounts.passkeys WHERE user_id = ${personId}::uuid`.execute(tx);
  await sql`DELETE FROM accounts.credentials WHERE user_id = ${personId}::uuid AND provider_id <> 'credential'`.execute(
    tx,
  );
  await sql`DELETE FROM accounts.second_factors WHERE user_id = ${personId}::uuid`.execute(tx);
  await sql`UPDATE accounts.people SET two_factor_enabled = false WHERE id = ${personId}::uuid`.execute(tx);
  await sql`DELETE FROM accounts.sessions WHERE user_id = ${personId}::uuid`.execute(tx);
}
