import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mayCall } from "../../src/kernel/actor.ts";
import { GRANTS, holdersOf, ROLES, type Permission, type Role } from "../../src/kernel/permission.ts";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, Visitor } from "../fixtures/signed-in.ts";

const ITEM = "administrative-licence";
const BODIES = ["hs-ecology", "hs-water", "hs-justice"] as const;
const NAMES = { "hs-ecology": "黄石市生态环境局", "hs-water": "黄石市水利和湖泊局", "hs-justice": "黄石市司法局" };

let city: TestCity;
const visitors = new Map<Role, Visitor>();
beforeAll(async () => {
  city = await startCity();
  for (const role of ROLES) visitors.set(role, await signedInAs(city, role));
});
afterAll(() => city.stop());

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly permission: Permission;
}

async function operations(): Promise<Operation[]> {
  const { paths } = await city.json<{ paths: Record<string, Record<string, { "x-permission": Permission }>> }>(
    "/api/v1/openapi.json",
  );
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, permission: operation["x-permission"] })),
  );
}

test("every role on every route: allowed or 403 as the table of roles says, and never a 5xx", async () => {
  const all = await operations();
  expect(all.length).toBeGreaterThan(30);
  const wrong: string[] = [];
  for (const { path, method, permission } of all) {
    if (path === "/api/v1/session/end") continue;
    const place = path.replace("/api/v1", "").replaceAll(/\{\w+\}/g, "00000000-0000-7000-8000-000000000000");
    const nobody = await new Visitor(city).ask(method.toUpperCase(), place);
    if (
      (permission !== "public") !== (nobody.status === 401) &&
      !place.startsWith("/session") &&
      place !== "/invitations"
    )
      wrong.push(`nobody ${method} ${path}: ${nobody.status}`);
    for (const [role, visitor] of visitors) {
      const { status } = await visitor.ask(method.toUpperCase(), place);
      const actor = { kind: "person", id: role, body: "hs-ecology", roles: [role], address: null } as const;
      const refused = status === 403 || (status === 401 && !place.startsWith("/session"));
      if (status >= 500 || refused === mayCall(actor, permission)) wrong.push(`${role} ${method} ${path}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every grant is held by a role, and no role holds what lets one person decide alone", () => {
  for (const grant of GRANTS) expect(holdersOf(grant).length).toBeGreaterThan(0);
  const both = ROLES.filter((role) => holdersOf("people:propose").some((one) => one === role));
  expect(both).toEqual(["administrator"]);
  expect(holdersOf("audit:read")).toEqual(["auditor"]);
});

test("a body sees its own batches and reviews only, whoever asks for what in which order", async () => {
  const reporters = new Map<string, Visitor>();
  const batches = new Map<string, string>();
  for (const [index, body] of BODIES.entries()) {
    const visitor = body === "hs-ecology" ? visitors.get("reporter") : await signedInAs(city, "reporter", body);
    if (!visitor) throw new Error("unreachable");
    reporters.set(body, visitor);
    const row = {
      uscc: inventedUscc(910_000 + index),
      documentNumber: `示许〔2026〕${index}号`,
      sourceName: NAMES[body],
    };
    const file = reportCsv(ITEM, [row]);
    const sent = await visitor.ask("POST", `/batches?item=${ITEM}`, file, { "content-type": "text/csv" });
    const { batchId } = sent.body as Receipt;
    await ended(batchId);
    batches.set(body, batchId);
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...BODIES),
      fc.constantFrom(...BODIES),
      fc.constantFrom("", "/errors", "/errors?format=csv", "/annotated"),
      async (who, whose, part) => {
        const { status } = (await reporters.get(who)?.ask("GET", `/batches/${batches.get(whose)}${part}`)) ?? {};
        expect(status).toBe(who === whose ? 200 : 404);
      },
    ),
    { numRuns: 60 },
  );
  for (const body of BODIES) {
    const { body: list } = (await reporters.get(body)?.ask("GET", "/batches")) ?? {};
    expect((list as { items: Receipt[] }).items.map((item) => item.batchId)).toEqual([batches.get(body)]);
  }
  const operator = visitors.get("operator");
  const { body: all } = (await operator?.ask("GET", "/batches")) ?? {};
  expect((all as { items: unknown[] }).items).toHaveLength(BODIES.length);
});

test("a reviewer proposes to take back what its own body reported, and of others' records it is told nothing", async () => {
  const found = await sql<{ recordId: string; body: string }>`SELECT record_id AS "recordId", source_body AS body
    FROM mingxin.records`.execute(city.database.admin);
  const recordOf = (body: string): string => found.rows.find((row) => row.body === body)?.recordId ?? "";
  const reviewer = visitors.get("reviewer");
  const withdraw = async (body: string) =>
    reviewer?.ask("POST", `/records/${recordOf(body)}/withdrawal`, { ground: "revoked", reason: "决定被撤销" });
  expect(await withdraw("hs-justice")).toMatchObject({ status: 404 });
  expect(await withdraw("hs-ecology")).toMatchObject({ status: 202 });
  const purpose = encodeURIComponent("复核本单位报送");
  expect(await reviewer?.ask("GET", `/records/${recordOf("hs-ecology")}?purpose=${purpose}`)).toMatchObject({
    status: 200,
  });
  expect(await reviewer?.ask("GET", `/records/${recordOf("hs-justice")}?purpose=${purpose}`)).toMatchObject({
    status: 404,
  });
});

test("the application's role sees nothing without a scope, and one body's rows with that body's", async () => {
  const tables = [
    "batches",
    "records",
    "record_versions",
    "version_contents",
    "publications",
    "subjects",
    "audit_entries",
  ];
  const count = (table: string, scope: string | null): Promise<number> =>
    city.database.app.transaction().execute(async (tx) => {
      if (scope !== null) await sql`SELECT set_config('mingxin.scope', ${scope}, true)`.execute(tx);
      const found = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM ${sql.table(table)}`.execute(tx);
      return found.rows[0]?.n ?? -1;
    });
  for (const table of tables) {
    expect([table, await count(table, null)]).toEqual([table, 0]);
    expect([table, await count(table, "none")]).toEqual([table, 0]);
    expect([table, await count(table, "body:nobody")]).toEqual([table, 0]);
    expect(await count(table, "all")).toBeGreaterThan(0);
  }
  expect(await count("records", "body:hs-water")).toBe(1);
  expect(await count("record_versions", "body:hs-water")).toBe(1);
  expect(await count("audit_entries", "body:hs-water")).toBe(0);
});

async function ended(batchId: string): Promise<void> {
  for (;;) {
    const { state } = await city.json<Receipt>(`/api/v1/batches/${batchId}`, { asAdministrator: true });
    if (["done", "refused", "failed"].includes(state)) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
