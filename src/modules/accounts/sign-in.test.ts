import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCatalogue } from "#catalogue";
import { loadProcedures, openProceeding } from "#proceedings";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type PersonId } from "../../kernel/ids.ts";
import { addSeconds, fixedClock, systemClock } from "../../kernel/time.ts";
import { openDatabase, type OpenDatabase } from "../../platform/db/pool.ts";
import { inScope } from "../../platform/db/scope.ts";
import { procedureOf, type AccountsRuntime } from "./accounts-runtime.ts";
import { countedAttempt } from "./counted-attempt.ts";
import { openPasswordHashing } from "./password-hashing.ts";
import { insertPerson, setPassword } from "./people.store.ts";
import { openSignIn } from "./sign-in-library.store.ts";
import { signInByPassword, type Caller } from "./sign-in.ts";
import { sweepAccounts } from "./sweep-accounts.ts";

const PASSWORD = "correct horse battery";
const DAY_SECONDS = 86_400;

let database: TestDatabase;
let pool: OpenDatabase;
let runtime: AccountsRuntime;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openDatabase(database.urls.accounts, { max: 4 });
  const law = join(import.meta.dirname, "../../../data");
  runtime = {
    db: pool.db,
    signIn: openSignIn({ url: database.urls.accounts, secret: "s".repeat(32), origin: null }),
    identityService: null,
    origin: null,
    clock: systemClock,
    catalogue: await loadCatalogue(law),
    procedures: await loadProcedures(law),
    followers: [],
  };
  const at = systemClock.now();
  const context = await runtime.signIn.auth.$context;
  const hash = await context.password.hash(PASSWORD);
  await inScope(pool.db, async (tx) => {
    const [owner, invited] = [newId<PersonId>(), newId<PersonId>()];
    await insertPerson(tx, { personId: owner, userName: "owner", name: "示例" }, at);
    await insertPerson(tx, { personId: invited, userName: "invited", name: "示例" }, at);
    await setPassword(tx, owner, hash, { mustChange: false, at });
  });
});
afterAll(async () => {
  await pool.close();
  await runtime.signIn.close();
  await database.drop();
});

const callerFrom = (address: string): Caller => ({ headers: new Headers(), address, requestId: crypto.randomUUID() });

/** Tries a password; gives the code of the problem, or "in". */
async function attempt(userName: string, password: string, address: string): Promise<string> {
  const asked = signInByPassword(runtime, { userName, password }, callerFrom(address));
  return asked.then(
    () => "in",
    (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : String(error)),
  );
}

test("a wrong password costs one hash for whatever name: nobody, somebody invited, and somebody with a password", async () => {
  for (const [index, userName] of ["nobody", "invited", "owner", "no name at all!"].entries()) {
    const before = runtime.signIn.hashing.limit.begun;
    expect(await attempt(userName, "wrong but long enough", `10.0.0.${index}`)).toBe("accounts/wrong-credentials");
    expect([userName, runtime.signIn.hashing.limit.begun - before]).toEqual([userName, 1]);
    // What nobody can have as a password costs none, again for whatever name.
    expect(await attempt(userName, "x".repeat(150), `10.0.0.${index}`)).toBe("accounts/wrong-credentials");
    expect([userName, runtime.signIn.hashing.limit.begun - before]).toEqual([userName, 1]);
  }
});

test("two passwords are hashed at a time, and beyond a line whoever comes is told to come back", async () => {
  const ends: (() => void)[] = [];
  const slow = () => new Promise<string>((end) => ends.push(() => end("hash")));
  const { hash, limit } = openPasswordHashing({ hash: slow, verify: () => Promise.resolve(true) });
  const waiting = Array.from({ length: 42 }, () => hash("x"));
  await expect(hash("x")).rejects.toMatchObject({ code: "http/too-many-requests", extra: { retryAfter: 3 } });
  for (let at = 0; at < waiting.length; at++) {
    ends[at]?.();
    await waiting[at];
    await Promise.resolve();
  }
  expect([limit.peak, limit.begun]).toEqual([2, 42]);
});

test("a password that could not be tried counts as no wrong one", async () => {
  const busy = () => Promise.reject(new Error("too busy"));
  const from = { userName: "busy", address: "10.3.0.1" };
  for (let tried = 0; tried < 7; tried++) await expect(countedAttempt(runtime, from, busy)).rejects.toThrow("too busy");
  expect(await countedAttempt(runtime, from, () => Promise.resolve(null))).toBeNull();
});

test("whoever locks a name from elsewhere does not lock out its owner", async () => {
  expect(await attempt("owner", PASSWORD, "10.2.0.1")).toBe("in");
  for (let wrong = 0; wrong < 5; wrong++)
    expect(await attempt("owner", "wrong but long enough", "10.9.9.9")).toBe("accounts/wrong-credentials");
  expect(await attempt("owner", PASSWORD, "10.9.9.9")).toBe("accounts/locked");
  // Not even from a network where the owner has never been.
  expect(await attempt("owner", PASSWORD, "10.2.0.2")).toBe("in");
});

test("wrong ones from very many networks lock the name for networks that are not the owner's", async () => {
  await sql`UPDATE accounts.sign_in_networks SET failures = 100 WHERE username = 'owner' AND network = '*'`.execute(
    database.admin,
  );
  expect(await attempt("owner", PASSWORD, "10.8.0.1")).toBe("accounts/locked");
  expect(await attempt("owner", PASSWORD, "10.8.0.2")).toBe("accounts/locked");
  expect(await attempt("owner", PASSWORD, "10.2.0.1")).toBe("in");
  runtime = { ...runtime, clock: fixedClock(addSeconds(systemClock.now(), 3601)) };
  expect(await attempt("owner", PASSWORD, "10.8.0.1")).toBe("in");
  runtime = { ...runtime, clock: systemClock };
});

test("what has ended is swept, what has not stays, and proposals that nobody decided lapse as events", async () => {
  const opener: Actor = { kind: "person", id: newId<PersonId>(), body: null, roles: [], address: null };
  const about = { target: newId<PersonId>(), body: null, detail: {} };
  const at = systemClock.now();
  const open = (secondsAgo: number) =>
    inScope(runtime.db, (tx) =>
      openProceeding(tx, procedureOf(runtime, "role-change"), about, {
        actor: opener,
        at: addSeconds(at, -secondsAgo),
        reason: "示例",
      }),
    );
  const [old, fresh] = [await open(15 * DAY_SECONDS), await open(13 * DAY_SECONDS)];
  await sql`INSERT INTO accounts.verifications (id, identifier, value, expires_at, created_at, updated_at)
    VALUES (gen_random_uuid(), 'over', '', now() - interval '1 minute', now(), now()),
      (gen_random_uuid(), 'under-way', '', now() + interval '1 minute', now(), now())`.execute(database.admin);
  await sql`UPDATE accounts.sessions SET expires_at = now() - interval '1 minute'
    WHERE id IN (SELECT id FROM accounts.sessions LIMIT 1)`.execute(database.admin);
  await sql`UPDATE accounts.sign_in_networks SET last_at = now() - interval '2 days'
    WHERE username IN ('owner', 'nobody')`.execute(database.admin);
  const swept = await sweepAccounts(runtime);
  expect(swept).toMatchObject({ sessions: 1, verifications: 1, lapsed: 1 });
  const left = await sql<{ network: string }>`SELECT network FROM accounts.sign_in_networks
    WHERE username IN ('owner', 'nobody') ORDER BY network`.execute(database.admin);
  // The owner's networks, and one that is locked still.
  expect(left.rows.map(({ network }) => network)).toEqual(["10.2.0.1", "10.2.0.2", "10.8.0.1", "10.9.9.9"]);
  const states = await sql<{ id: string; state: string; act: string }>`SELECT p.proceeding_id AS id, p.state,
      (SELECT act FROM mingxin.proceeding_events e WHERE e.proceeding_id = p.proceeding_id
        ORDER BY sequence DESC LIMIT 1) AS act
    FROM mingxin.proceedings p WHERE p.target = ${about.target} ORDER BY p.opened_at`.execute(database.admin);
  expect(states.rows).toEqual([
    { id: old.proceedingId, state: "lapsed", act: "lapse" },
    { id: fresh.proceedingId, state: "proposed", act: "open" },
  ]);
  expect(await sweepAccounts(runtime)).toMatchObject({ sessions: 0, verifications: 0, networks: 0, lapsed: 0 });
});
