import { recordAudit } from "#audit";
import { parsePeriod, maskPersonalNumbers } from "#catalogue";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type ZeroReportId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import { coverageProblem } from "./coverage.problems.ts";
import { findZeroReport, insertZeroReport, listNewestZeroReports, type ZeroReport } from "./zero-reports.store.ts";

export interface TakeBackZero {
  readonly zeroReportId: ZeroReportId;
  /** Why, in words. */
  readonly words: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * Takes a zero report back by a further row; the period is then as if it had not been reported.
 * @throws Problem coverage/unknown-zero-report, coverage/nothing-to-take-back
 */
export async function takeBackZero(tx: Tx, command: TakeBackZero): Promise<ZeroReport> {
  const { zeroReportId, words, actor, at, requestId } = command;
  const report = await findZeroReport(tx, zeroReportId);
  const span = report && parsePeriod(report.period);
  if (!report || !span) throw coverageProblem("unknown-zero-report");
  const { item, body, period } = report;
  await takeTurn(tx, "zero-report", item, body, period);
  const [newest] = await listNewestZeroReports(tx, { items: [item], bodies: [body], periods: [period] });
  if (newest?.zeroReportId !== zeroReportId || report.act !== "reported") throw coverageProblem("nothing-to-take-back");
  const back: ZeroReport = {
    zeroReportId: newId<ZeroReportId>(),
    item,
    body,
    period,
    sequence: report.sequence + 1,
    act: "taken-back",
    reason: null,
    words: maskPersonalNumbers(words).text,
    statedBy: actor.id,
    statedAt: at,
  };
  await insertZeroReport(tx, back, span);
  await recordAudit(tx, {
    at,
    actor,
    action: "coverage/take-back-zero",
    target: zeroReportId,
    detail: { item, body, period },
    ...(requestId === undefined ? {} : { requestId }),
  });
  return back;
}
