import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resolve } from "node:path";
import { listEvents, loadProcedures, openProceeding } from "#proceedings";
import type { Actor } from "../../src/kernel/actor.ts";
import { newId, type ProceedingId } from "../../src/kernel/ids.ts";
import { systemClock } from "../../src/kernel/time.ts";
import { inScope } from "../../src/platform/db/scope.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { inventedIdentityNumber } from "../fixtures/report-files.ts";

let database: TestDatabase;
const proceedingId = newId<ProceedingId>();
beforeAll(async () => {
  database = await createTestDatabase();
  await attempt(`INSERT INTO proceedings (proceeding_id, procedure, target, state, opened_by, opened_at, four_eyes, detail)
    VALUES ('${proceedingId}', 'role-change', 'x', 'proposed', 'me', now(), true, '{}')`);
  await attempt(`INSERT INTO proceeding_events (proceeding_id, sequence, at, actor, act, to_state, reason)
    VALUES ('${proceedingId}', 1, now(), 'me', 'open', 'proposed', 'x')`);
});
afterAll(() => database.drop());

const attempt = (statement: string): Promise<unknown> => inScope(database.app, (tx) => sql.raw(statement).execute(tx));

test("the database refuses a decision by whoever opened the proceeding, however the application asks", async () => {
  const decide = (by: string): Promise<unknown> =>
    attempt(`UPDATE proceedings SET state = 'approved', ended_at = now(), decided_by = '${by}'
      WHERE proceeding_id = '${proceedingId}'`);
  await expect(decide("me")).rejects.toThrow(/proceedings_four_eyes/);
  await expect(
    attempt(`UPDATE proceedings SET four_eyes = false WHERE proceeding_id = '${proceedingId}'`),
  ).rejects.toThrow(/permission denied/);
  await expect(
    attempt(`UPDATE proceedings SET opened_by = 'another' WHERE proceeding_id = '${proceedingId}'`),
  ).rejects.toThrow(/permission denied/);
  await expect(decide("another")).resolves.toBeDefined();
});

test.each([
  "UPDATE proceeding_events SET actor = 'another'",
  "DELETE FROM proceeding_events",
  "TRUNCATE proceeding_events",
  "DELETE FROM proceedings",
  "UPDATE audit_entries SET actor = 'another'",
])("refuses %s", async (statement) => {
  await expect(attempt(statement)).rejects.toThrow(/permission denied/);
});

test("a program opens nothing that takes two people, and a reason is kept without numbers of persons", async () => {
  const procedures = await loadProcedures(resolve(import.meta.dirname, "../../data"));
  const procedure = procedures.get("record-withdrawal");
  if (!procedure) throw new Error("there is no record-withdrawal");
  const number = inventedIdentityNumber(71);
  const open = (kind: Actor["kind"]): Promise<ProceedingId> =>
    inScope(database.app, async (tx) => {
      const actor: Actor = { kind, id: `a-${kind}`, body: "a-body", roles: ["reporter"], address: null };
      const about = { target: "a-record", body: "a-body", detail: {} };
      const step = { actor, at: systemClock.now(), reason: `当事人${number}已申请复议` };
      return (await openProceeding(tx, procedure, about, step)).proceedingId;
    });
  await expect(open("key")).rejects.toMatchObject({ code: "proceedings/needs-person" });
  const opened = await open("person");
  const [event] = await inScope(database.app, (tx) => listEvents(tx, opened));
  expect(event?.reason).toContain("当事人");
  expect(event?.reason).not.toContain(number);
});
