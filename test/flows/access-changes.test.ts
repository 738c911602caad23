import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { approve, invite, signedInAs, type Invited, type Visitor } from "../fixtures/signed-in.ts";

let city: TestCity;
let administrator: Visitor;
let supervisor: Visitor;
beforeAll(async () => {
  city = await startCity();
  administrator = await signedInAs(city, "administrator", "hs-credit-centre");
  supervisor = await signedInAs(city, "supervisor", "hs-credit-office");
});
afterAll(() => city.stop());

interface Change {
  readonly proceedingId: string;
  readonly reason: string;
  readonly state: string;
  readonly end: { readonly act: string; readonly reason: string } | null;
}

async function changes(query: string): Promise<readonly Change[]> {
  const { body } = await supervisor.ask("GET", `/access-changes?limit=200&${query}`);
  return (body as { items: Change[] }).items;
}

async function propose(personId: string, role: string, reason: string): Promise<string> {
  const wanted = { body: "hs-ecology", role, change: "grant", reason };
  const { body } = await administrator.ask("POST", `/people/${personId}/roles`, wanted);
  return (body as { proceedingId: string }).proceedingId;
}

test("a proposal that nobody decided in its days can be decided no more", async () => {
  const { personId } = await invite(city, "waits-long", "reporter");
  const proceedingId = await propose(personId, "reviewer", "兼任复核");
  await sql`UPDATE mingxin.proceedings SET opened_at = now() - interval '14 days'
    WHERE proceeding_id = ${proceedingId}::uuid`.execute(city.database.admin);
  const [shown] = await changes(`open=true&person=${personId}`);
  expect(shown).toMatchObject({ proceedingId, allowed: [] });
  const late = await supervisor.ask("POST", `/access-changes/${proceedingId}/approve`, { reason: "同意" });
  expect(late).toMatchObject({ status: 409, body: { type: "/problems/proceedings/lapsed" } });
});

test("the list tells why a change was proposed and why it ended, and shows what is closed, also of one person", async () => {
  const { personId } = await invite(city, "has-history", "reporter");
  const refused = await propose(personId, "reviewer", "兼任复核");
  await supervisor.ask("POST", `/access-changes/${refused}/refuse`, { reason: "一人不兼两岗" });
  const waiting = await propose(personId, "regulator", "参与监管");
  const closed = await changes(`closed=true&person=${personId}`);
  expect(closed.map(({ state, reason, end }) => [state, reason, end?.act, end?.reason])).toEqual([
    ["refused", "兼任复核", "refuse", "一人不兼两岗"],
    ["approved", "测试需要", "approve", "同意"],
  ]);
  expect(await changes(`open=true&person=${personId}`)).toMatchObject([
    { proceedingId: waiting, reason: "参与监管", end: null },
  ]);
  expect(await supervisor.ask("GET", "/access-changes?person=nobody")).toMatchObject({ status: 404 });
});

test("what somebody proposed is not approved once they have lost the right to propose it", async () => {
  await invite(city, "leaves-soon", "administrator", "hs-credit-centre");
  const { body: people } = await administrator.ask("GET", "/people?limit=200");
  const { items } = people as { items: readonly { personId: string; userName: string }[] };
  const opener = items.find(({ userName }) => userName.startsWith("administrator-"));
  const { personId } = await invite(city, "to-be-reviewer", "reporter");
  const proceedingId = await propose(personId, "reviewer", "兼任复核");
  const end = { body: "hs-credit-centre", role: "administrator", change: "end", reason: "离岗" };
  const ended = await city.post(`/api/v1/people/${opener?.personId}/roles`, JSON.stringify(end));
  await approve(city, ((await ended.json()) as Invited["proceeding"]).proceedingId);
  const late = await supervisor.ask("POST", `/access-changes/${proceedingId}/approve`, { reason: "同意" });
  expect(late).toMatchObject({ status: 409, body: { type: "/problems/accounts/opener-without-right" } });
  expect(await changes(`open=true&person=${personId}`)).toMatchObject([{ proceedingId }]);
  const refused = await supervisor.ask("POST", `/access-changes/${proceedingId}/refuse`, { reason: "提出人已离岗" });
  expect(refused).toMatchObject({ status: 200, body: { state: "refused" } });
});
