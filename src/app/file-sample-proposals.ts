import type { SamplePerson } from "#accounts";
import { listFiledRecords, proposeCorrection, proposeWithdrawal } from "#entry";
import type { Actor } from "../kernel/actor.ts";
import { addDays } from "../kernel/time.ts";
import { inScopeOf } from "../platform/db/scope.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Lets the sample city's reporter propose two corrections and a withdrawal, so that somebody who looks in finds something
 * to decide. Without a reporter, since the people were there already, nothing is proposed.
 */
export async function fileSampleProposals(
  { db, entry, clock }: Runtime,
  people: readonly SamplePerson[],
): Promise<void> {
  const reporter = people.find(({ role }) => role === "reporter");
  if (!reporter) return;
  const { personId, body, role } = reporter;
  const actor: Actor = { kind: "person", id: personId, body, roles: [role], address: null };
  const today = clock.today();
  await inScopeOf(db, actor, async (tx) => {
    const step = { actor, at: clock.now() };
    const newest = (item: string, count: number) =>
      listFiledRecords(tx, { text: null, item, body, from: null, to: null, state: "active" }, null, count);
    const [penalty] = await newest("administrative-penalty", 1);
    const [first, second] = await newest("administrative-licence", 2);
    if (penalty) {
      const yesterday = addDays(today, -1);
      const changedOn = yesterday < penalty.decisionDate ? penalty.decisionDate : yesterday;
      const reason = "行政复议决定撤销原处罚决定（示例）";
      await proposeWithdrawal(
        tx,
        entry,
        { recordId: penalty.recordId, ground: "revoked", changedOn },
        { ...step, reason },
      );
    }
    const correction = { ground: "clerical-error", changedOn: null };
    if (first) {
      const { recordId, version: baseVersion } = first;
      const cells = { content: "准予许可，许可范围以许可证记载为准（示例）" };
      const reason = "录入时误用了另一份决定书的许可内容（示例）";
      await proposeCorrection(tx, entry, { ...correction, recordId, baseVersion, cells }, { ...step, reason });
    }
    if (second) {
      const { recordId, version: baseVersion } = second;
      const cells = { decisionDate: addDays(second.decisionDate, -1) };
      const reason = "决定日期误录为送达日期（示例）";
      await proposeCorrection(tx, entry, { ...correction, recordId, baseVersion, cells }, { ...step, reason });
    }
  });
}
