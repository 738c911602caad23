import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../start-error.ts";
import { rolePassword, urlFor, type LoginRole } from "./database-urls.ts";
import { LOCKS } from "./locks.ts";

/** Owns every table; nobody logs in as it. */
export const OWNER_ROLE = "mingxin_owner";
const LOGINS: readonly LoginRole[] = ["mingxin_app", "mingxin_public_read", "mingxin_eraser", "mingxin_accounts"];

/**
 * Makes the platform's roles and schemas where they are missing, and sets the roles' passwords where they do not fit this
 * URL. Roles belong to the whole server, so several databases may do this at once: collisions are tried again. The
 * administrator may be a superuser or a role with CREATEROLE and CREATE on the database (PostgreSQL 15 and newer).
 * @throws StartError "roles" or "database-unreachable".
 */
export async function bootstrapRoles(adminUrl: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await bootstrapOnce(adminUrl);
      return;
    } catch (error) {
      if (error instanceof StartError) throw error;
      if (!isCollision(error) || attempt >= 20) throw rolesFailed(error);
      await sleep(randomInt(10, 40 * attempt));
    }
  }
}

async function bootstrapOnce(adminUrl: string): Promise<void> {
  const client = await connectAdmin(adminUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1, $2)", [...LOCKS.migrate]);
    const roles = await readRoles(client);
    if (!roles.has(OWNER_ROLE))
      await client.query(`CREATE ROLE ${OWNER_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`);
    for (const role of LOGINS) {
      const secret = `PASSWORD ${client.escapeLiteral(rolePassword(adminUrl, role))}`;
      if (!roles.has(role)) {
        await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE ${secret}`);
      } else if (!(await canLogIn(adminUrl, role))) {
        await client.query(`ALTER ROLE ${role} LOGIN ${secret}`);
      }
    }
    await strip(client, roles);
    await joinOwner(client);
    await makeSchemas(client);
  } finally {
    await client.end();
  }
}

/** Opens a connection as the administrator. @throws StartError "database-unreachable" */
export async function connectAdmin(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: "mingxin-setup",
    connectionTimeoutMillis: 15_000,
  });
  // A connection that breaks is told by the query that runs on it.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      "database-unreachable",
      { zh: `无法连接数据库（DATABASE_URL）：${reason}`, en: `Cannot reach the database (DATABASE_URL): ${reason}` },
      error,
    );
  }
  return client;
}

interface RoleRow {
  readonly rolname: string;
  readonly rolsuper: boolean;
  readonly rolbypassrls: boolean;
}

async function readRoles(client: pg.Client): Promise<Map<string, RoleRow>> {
  const { rows } = await client.query<RoleRow>(
    "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = ANY($1)",
    [[OWNER_ROLE, ...LOGINS]],
  );
  return new Map(rows.map((row) => [row.rolname, row]));
}

/** A role that somebody made mightier than it may be would walk around row-level security. */
async function strip(client: pg.Client, roles: ReadonlyMap<string, RoleRow>): Promise<void> {
  for (const role of roles.values()) {
    if (role.rolsuper || role.rolbypassrls) await client.query(`ALTER ROLE ${role.rolname} NOSUPERUSER NOBYPASSRLS`);
  }
}

async function joinOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; superuser: boolean }>(
    "SELECT current_setting('server_version_num')::int AS version, rolsuper AS superuser FROM pg_roles WHERE rolname = current_user",
  );
  const { version, superuser } = rows[0] ?? { version: 0, superuser: false };
  if (superuser) return;
  // Since 16 the maker of a role may administer it, but become it only by a grant of its own.
  const kinds = version >= 160000 ? ["SET", "USAGE"] : ["USAGE"];
  const { rows: holds } = await client.query<{ all: boolean }>(
    "SELECT bool_and(pg_has_role(current_user, $1, kind)) AS all FROM unnest($2::text[]) AS kind",
    [OWNER_ROLE, kinds],
  );
  if (holds[0]?.all === true) return;
  await client.query(`GRANT ${OWNER_ROLE} TO CURRENT_USER${version >= 160000 ? " WITH SET TRUE, INHERIT TRUE" : ""}`);
}

/** The schemas, each with the roles that may look into it. */
const SCHEMAS = {
  mingxin: ["mingxin_app", "mingxin_eraser", "mingxin_accounts"],
  register: ["mingxin_app", "mingxin_public_read"],
  accounts: ["mingxin_accounts"],
} as const satisfies Readonly<Record<string, readonly LoginRole[]>>;

async function makeSchemas(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ nspname: string }>("SELECT nspname FROM pg_namespace WHERE nspname = ANY($1)", [
    Object.keys(SCHEMAS),
  ]);
  const present = new Set(rows.map((row) => row.nspname));
  for (const schema of Object.keys(SCHEMAS))
    if (!present.has(schema)) await client.query(`CREATE SCHEMA ${schema} AUTHORIZATION ${OWNER_ROLE}`);
  const pairs = Object.entries(SCHEMAS).flatMap(([schema, roles]) => roles.map((role) => [role, schema] as const));
  const { rows: granted } = await client.query<{ done: boolean }>(
    "SELECT bool_and(has_schema_privilege(role, schema, 'USAGE')) AS done FROM unnest($1::text[], $2::text[]) AS s (role, schema)",
    [pairs.map(([role]) => role), pairs.map(([, schema]) => schema)],
  );
  if (granted[0]?.done === true) return;
  await client.query(`SET ROLE ${OWNER_ROLE}`);
  for (const [schema, roles] of Object.entries(SCHEMAS))
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${roles.join(", ")}`);
  await client.query("RESET ROLE");
}

async function canLogIn(adminUrl: string, role: LoginRole): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlFor(adminUrl, role), connectionTimeoutMillis: 15_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 not allowed to log in.
    if (error instanceof pg.DatabaseError && (error.code === "28P01" || error.code === "28000")) return false;
    throw error;
  }
}

function isCollision(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  // duplicate_object, duplicate_schema, unique_violation, serialization failure, deadlock; XX000 is "tuple concurrently
  // updated", which has no code of its own.
  const codes = ["42710", "42P06", "23505", "40001", "40P01"];
  return codes.includes(error.code ?? "") || (error.code === "XX000" && error.message.includes("concurrently"));
}

function rolesFailed(error: unknown): StartError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartError(
    "roles",
    {
      zh: `无法建立数据库角色：${reason}。DATABASE_URL 的用户须为超级用户，或具有 CREATEROLE 和该库的 CREATE 权限，且平台角色由它建立`,
      en: `Cannot make the database roles: ${reason}. The user of DATABASE_URL must be a superuser, or have CREATEROLE and CREATE on the database and be the one that made the platform's roles`,
    },
    error,
  );
}
