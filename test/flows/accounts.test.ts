import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { reportCsv, inventedUscc } from "../fixtures/report-files.ts";
import { approve, invite, PASSWORD, signedInAs, totp, Visitor } from "../fixtures/signed-in.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

test("an invited person sets a password, signs in and is who they are", async () => {
  const person = { userName: "zhang", name: "张示例", body: "hs-ecology", role: "reporter", reason: "新到岗" };
  const { invitation } = (await (await city.post("/api/v1/people", JSON.stringify(person))).json()) as {
    invitation: { token: string };
  };
  const browser = new Visitor(city);
  const { token } = invitation;
  expect(await browser.ask("POST", "/invitations", { token, password: "short" })).toMatchObject({ status: 400 });
  expect(await browser.ask("POST", "/invitations", { token, password: PASSWORD })).toMatchObject({ status: 200 });
  expect(await browser.ask("POST", "/invitations", { token, password: PASSWORD })).toMatchObject({ status: 410 });
  const signedIn = await browser.ask("POST", "/session", { userName: "Zhang", password: PASSWORD });
  expect(signedIn).toMatchObject({ status: 200, body: { roles: ["reporter"], body: { code: "hs-ecology" } } });
  expect(signedIn.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Strict/i);
  expect(await browser.ask("GET", "/batches")).toMatchObject({ status: 200 });
  expect(await browser.ask("GET", "/people")).toMatchObject({
    status: 403,
    body: { type: "/problems/http/not-permitted" },
  });
  expect(await browser.ask("POST", "/session/end")).toMatchObject({ status: 204 });
  expect(await browser.ask("GET", "/batches")).toMatchObject({ status: 401 });
});

test("a role counts once another person has approved it, and only both halves of the invitation set a password", async () => {
  const administrator = await signedInAs(city, "administrator", "hs-credit-centre");
  await signedInAs(city, "reviewer");
  const person = { userName: "li", name: "李示例", body: "hs-water", role: "reviewer", reason: "轮岗" };
  const { body } = await administrator.ask("POST", "/people", person);
  const { invitation, proceeding } = body as {
    invitation: { token: string; complete: boolean };
    proceeding: { proceedingId: string; allowed: string[] };
  };
  expect([proceeding.allowed, invitation.complete]).toEqual([["take-back"], false]);
  const li = new Visitor(city);
  const accept = (token: string) => li.ask("POST", "/invitations", { token, password: PASSWORD });
  expect(await accept(invitation.token)).toMatchObject({ status: 410 });
  const act = `/access-changes/${proceeding.proceedingId}/approve`;
  expect(await administrator.ask("POST", act, { reason: "自批" })).toMatchObject({
    status: 403,
    body: { type: "/problems/proceedings/opened-it-yourself" },
  });
  // The machine's key is no second person.
  const byKey = await city.post(`/api/v1${act}`, JSON.stringify({ reason: "代批" }));
  expect(byKey.status).toBe(403);
  const other = await approve(city, proceeding.proceedingId);
  expect(await accept(other)).toMatchObject({ status: 410 });
  expect(await accept(`${invitation.token}.${other}`)).toMatchObject({ status: 200 });
  expect(await accept(`${invitation.token}.${other}`)).toMatchObject({ status: 410 });
  const signedIn = await li.ask("POST", "/session", { userName: "li", password: PASSWORD });
  expect(signedIn).toMatchObject({ body: { roles: ["reviewer"], body: { code: "hs-water" } } });
  const { body: history } = await administrator.ask("GET", `/access-changes/${proceeding.proceedingId}`);
  expect((history as { events: { act: string }[] }).events.map((event) => event.act)).toEqual(["open", "approve"]);
  const again = await administrator.ask("POST", act, { reason: "再批" });
  expect(again).toMatchObject({ status: 409, body: { type: "/problems/proceedings/not-now" } });
});

test("roles that reach every body are held in the credit office only, and nobody decides what is about themselves", async () => {
  const person = { userName: "wu", name: "吴示例", body: "hs-water", role: "operator", reason: "轮岗" };
  const refused = await city.post("/api/v1/people", JSON.stringify(person));
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { type: "/problems/accounts/role-of-credit-office" },
  ]);
  const { personId } = await invite(city, "zheng", "supervisor", "hs-credit-office");
  const zheng = new Visitor(city);
  await zheng.ask("POST", "/session", { userName: "zheng", password: PASSWORD });
  const administrator = new Visitor(city);
  await invite(city, "administrator-2", "administrator");
  await administrator.ask("POST", "/session", { userName: "administrator-2", password: PASSWORD });
  const end = { body: "hs-credit-office", role: "supervisor", change: "end", reason: "离岗" };
  const { body } = await administrator.ask("POST", `/people/${personId}/roles`, end);
  const { proceedingId } = body as { proceedingId: string };
  expect(await zheng.ask("POST", `/access-changes/${proceedingId}/refuse`, { reason: "不同意" })).toMatchObject({
    status: 403,
    body: { type: "/problems/proceedings/about-yourself" },
  });
  await approve(city, proceedingId);
  expect(await zheng.ask("GET", "/people")).toMatchObject({ status: 403 });
});

test("an administrator alone cannot take over another's account; a recovery takes the lost second factor away", async () => {
  const administrator = await signedInAs(city, "administrator", "hs-credit-office");
  const { personId } = await invite(city, "sun", "auditor", "hs-credit-office");
  const before = new Visitor(city);
  await before.ask("POST", "/session", { userName: "sun", password: PASSWORD });
  const setUp = await before.ask("POST", "/session/second-factor/setup", { password: PASSWORD });
  await before.ask("POST", "/session/second-factor", { code: totp((setUp.body as { uri: string }).uri) });
  await sql`INSERT INTO accounts.passkeys (id, name, public_key, user_id, credential_id, counter, device_type, backed_up, created_at)
    VALUES (gen_random_uuid(), '遗失的手机', 'key', ${personId}::uuid, 'credential', 0, 'singleDevice', false, now())`.execute(
    city.database.admin,
  );
  await sql`INSERT INTO accounts.credentials (id, account_id, provider_id, user_id, created_at, updated_at)
    VALUES (gen_random_uuid(), '330100', 'https://id.example', ${personId}::uuid, now(), now())`.execute(
    city.database.admin,
  );
  const reason = { reason: "忘记密码，手机遗失" };
  const { body } = await administrator.ask("POST", `/people/${personId}/recovery`, reason);
  const { proceeding, invitation } = body as { proceeding: { proceedingId: string }; invitation: { token: string } };
  const own = await administrator.ask("POST", `/access-changes/${proceeding.proceedingId}/approve`, reason);
  expect(own).toMatchObject({ status: 403, body: { type: "/problems/proceedings/opened-it-yourself" } });
  const other = await approve(city, proceeding.proceedingId);
  const sun = new Visitor(city);
  const password = "another good passphrase";
  const token = `${invitation.token}.${other}`;
  expect(await sun.ask("POST", "/invitations", { token, password })).toMatchObject({ status: 200 });
  expect(await before.ask("GET", "/session")).toMatchObject({ body: { user: null } });
  // Whoever lost an account does not know who has what of it.
  const ways = await sql`SELECT FROM accounts.passkeys WHERE user_id = ${personId}::uuid UNION ALL
    SELECT FROM accounts.credentials WHERE user_id = ${personId}::uuid AND provider_id <> 'credential'`.execute(
    city.database.admin,
  );
  expect(ways.rows).toEqual([]);
  expect(await sun.ask("POST", "/session", { userName: "sun", password: PASSWORD })).toMatchObject({ status: 401 });
  const signedIn = await sun.ask("POST", "/session", { userName: "sun", password });
  expect(signedIn).toMatchObject({ status: 200, body: { user: { userName: "sun" } } });
});

test("five wrong passwords lock the name, whether or not there is such a person; the right one helps no more", async () => {
  await invite(city, "wang", "reporter");
  for (const userName of ["wang", "nobody"]) {
    const browser = new Visitor(city);
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await browser.ask("POST", "/session", { userName, password: "wrong but long enough" })).toMatchObject({
        status: 401,
        body: { type: "/problems/accounts/wrong-credentials" },
      });
    const locked = await browser.ask("POST", "/session", { userName, password: PASSWORD });
    expect(locked).toMatchObject({ status: 429, body: { type: "/problems/accounts/locked" } });
  }
});

test("with one-time codes a password alone signs nobody in", async () => {
  await invite(city, "zhao", "reporter");
  const browser = new Visitor(city);
  await browser.ask("POST", "/session", { userName: "zhao", password: PASSWORD });
  const setUp = await browser.ask("POST", "/session/second-factor/setup", { password: PASSWORD });
  const { uri, backupCodes } = setUp.body as { uri: string; backupCodes: string[] };
  const confirmed = await browser.ask("POST", "/session/second-factor", { code: totp(uri) });
  expect(confirmed).toMatchObject({ status: 200, body: { secondFactor: true } });
  const later = new Visitor(city);
  const asked = await later.ask("POST", "/session", { userName: "zhao", password: PASSWORD });
  expect(asked.body).toEqual({ secondFactorNeeded: true });
  expect(await later.ask("GET", "/batches")).toMatchObject({ status: 401 });
  expect(await later.ask("POST", "/session/second-factor", { code: "000000" })).toMatchObject({ status: 401 });
  const signedIn = await later.ask("POST", "/session/second-factor", { code: backupCodes[0] });
  expect(signedIn).toMatchObject({ status: 200, body: { user: { userName: "zhao" } } });
});

test("a password is changed by whoever knows the old one, and other sessions end", async () => {
  await invite(city, "qian", "reporter");
  const [here, there] = [new Visitor(city), new Visitor(city)];
  for (const browser of [here, there]) await browser.ask("POST", "/session", { userName: "qian", password: PASSWORD });
  const next = "a much better passphrase";
  expect(await here.ask("POST", "/session/password", { current: "wrong one, really", next })).toMatchObject({
    status: 401,
  });
  expect(await here.ask("POST", "/session/password", { current: PASSWORD, next: "qian and something" })).toMatchObject({
    status: 400,
  });
  expect(await here.ask("POST", "/session/password", { current: PASSWORD, next })).toMatchObject({ status: 200 });
  expect(await here.ask("GET", "/session")).toMatchObject({ body: { user: { userName: "qian" } } });
  expect(await there.ask("GET", "/session")).toMatchObject({ body: { user: null } });
});

test("a request that says it comes from another site has no session, unless it only reads", async () => {
  const reporter = await signedInAs(city, "reporter", "hs-justice");
  const foreign = { "sec-fetch-site": "cross-site" };
  expect(await reporter.ask("POST", "/session/end", undefined, foreign)).toMatchObject({ status: 401 });
  expect(await reporter.ask("GET", "/batches", undefined, foreign)).toMatchObject({ status: 200 });
  const signIn = { userName: "reporter-justice", password: PASSWORD };
  expect(await new Visitor(city).ask("POST", "/session", signIn, foreign)).toMatchObject({ status: 403 });
});

test("a program's key reports for its body only, ends at once, and holds no role that decides", async () => {
  const administrator = new Visitor(city);
  await invite(city, "keeper-of-keys", "administrator");
  await administrator.ask("POST", "/session", { userName: "keeper-of-keys", password: PASSWORD });
  const wanted = { name: "执法办案系统", body: "hs-ecology", roles: ["reporter"], days: 30, reason: "系统对接" };
  const { body } = await administrator.ask("POST", "/keys", wanted);
  const { key, token, proceeding } = body as {
    key: { keyId: string };
    token: string;
    proceeding: { proceedingId: string };
  };
  const headers = { authorization: `Bearer ${token}`, "content-type": "text/csv" };
  const file = reportCsv("administrative-licence", [{ uscc: inventedUscc(900_001) }]);
  const asKey = (path: string, options: RequestInit = {}) =>
    fetch(`${city.base}/api/v1${path}`, { headers, ...options });
  expect((await asKey("/batches")).status).toBe(401);
  await approve(city, proceeding.proceedingId);
  const other = await asKey("/batches?item=administrative-licence&body=hs-water", { method: "POST", body: file });
  expect([other.status, await other.json()]).toMatchObject([403, { type: "/problems/ingest/another-body" }]);
  const own = await asKey("/batches?item=administrative-licence", { method: "POST", body: file });
  expect(own.status).toBe(202);
  expect(await own.json()).toMatchObject({ body: "hs-ecology", sourceBody: "hs-ecology" });
  expect((await asKey("/people")).status).toBe(403);
  const decides = await administrator.ask("POST", "/keys", { ...wanted, roles: ["supervisor"] });
  expect(decides.status).toBe(400);
  expect(await administrator.ask("POST", `/keys/${key.keyId}/end`)).toMatchObject({ status: 204 });
  expect((await asKey("/batches")).status).toBe(401);
});

test("who did what from where is in the trail, which the auditor reads and that the auditor read it as well", async () => {
  const reporter = await signedInAs(city, "reporter", "hs-finance");
  await reporter.ask("GET", "/batches");
  const auditor = await signedInAs(city, "auditor", "hs-credit-office");
  const { body } = await auditor.ask("GET", "/audit?body=hs-finance&action=ingest/list-batches");
  expect(body).toMatchObject({ items: [{ body: "hs-finance", origin: "127.0.0.1", action: "ingest/list-batches" }] });
  const trail = await auditor.ask("GET", "/audit?action=audit/&limit=5");
  expect((trail.body as { items: unknown[] }).items.length).toBeGreaterThan(0);
  expect(await reporter.ask("GET", "/audit")).toMatchObject({ status: 403 });
});

test("no secret is kept in clear, and no role but that of accounts sees the tables of accounts", async () => {
  const tables = [
    "people",
    "sessions",
    "credentials",
    "second_factors",
    "invitations",
    "roles_held",
    "api_keys",
    "passkeys",
    "sign_in_networks",
  ];
  for (const table of tables) {
    for (const db of [city.database.app, city.database.publicRead, city.database.eraser])
      await expect(sql`SELECT * FROM ${sql.table(`accounts.${table}`)}`.execute(db)).rejects.toThrow(
        /permission denied/,
      );
  }
  const credentials = await sql<{ password: string }>`SELECT password FROM accounts.credentials`.execute(
    city.database.admin,
  );
  expect(credentials.rows.length).toBeGreaterThan(0);
  expect(credentials.rows.filter(({ password }) => password.includes(PASSWORD) || password.length < 60)).toEqual([]);
});
