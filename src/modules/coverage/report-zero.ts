import { recordAudit } from "#audit";
import { findObligation, type Catalogue, maskPersonalNumbers } from "#catalogue";
import { countFiledDecisions } from "#publish";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type ZeroReportId } from "../../kernel/ids.ts";
import { dateOf, type Instant } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { CoverageAnswers } from "./coverage-answers.ts";
import { checkAnswer } from "./coverage-runtime.ts";
import { coverageProblem } from "./coverage.problems.ts";
import { insertZeroReport, listNewestZeroReports, type ZeroReport } from "./zero-reports.store.ts";

export interface ReportZero {
  readonly item: string;
  readonly body: string;
  readonly period: string;
  /** Standard answer of data/rules/coverage-answers.json. */
  readonly reason: string;
  readonly words: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * States that a body made no decision of an item in a period that it owes (零报告).
 * @throws Problem coverage/no-duty, coverage/period-not-over, coverage/decisions-on-file, coverage/already-reported, and
 * for the answer coverage/unknown-answer, coverage/words-needed
 */
export async function reportZero(
  tx: Tx,
  { catalogue, answers }: { readonly catalogue: Catalogue; readonly answers: CoverageAnswers },
  { actor, at, requestId, ...stated }: ReportZero,
): Promise<ZeroReport> {
  const { item, body, period, reason, words } = stated;
  checkAnswer(answers.zeroReport, reason, item, words);
  const owed = findObligation(catalogue, stated);
  if (!owed) throw coverageProblem("no-duty");
  if (dateOf(at) <= owed.last) throw coverageProblem("period-not-over");
  await takeTurn(tx, "zero-report", item, body, period);
  const filed = await countFiledDecisions(tx, { items: [item], bodies: [body], from: owed.first, to: owed.last });
  const decisions = filed.reduce((sum, { count }) => sum + count, 0);
  if (decisions > 0) throw coverageProblem("decisions-on-file", { extra: { decisions } });
  const [before] = await listNewestZeroReports(tx, { items: [item], bodies: [body], periods: [period] });
  if (before?.act === "reported") throw coverageProblem("already-reported");
  const report: ZeroReport = {
    ...stated,
    zeroReportId: newId<ZeroReportId>(),
    sequence: (before?.sequence ?? 0) + 1,
    words: maskPersonalNumbers(words).text,
    act: "reported",
    statedBy: actor.id,
    statedAt: at,
  };
  await insertZeroReport(tx, report, owed);
  await recordAudit(tx, {
    at,
    actor,
    action: "coverage/report-zero",
    target: report.zeroReportId,
    detail: { item, body, period, reason },
    ...(requestId === undefined ? {} : { requestId }),
  });
  return report;
}
