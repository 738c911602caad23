import { recordAudit } from "#audit";
import { listProceedings, openProceeding, type Proceeding, type Step } from "#proceedings";
import { newId } from "../../kernel/ids.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import { insertSeriesJudgement, type SeriesJudgementId } from "./answers.store.ts";
import { omissionProblem } from "./omissions.problems.ts";
import { procedureOf, type OmissionsRuntime } from "./omissions-runtime.ts";
import { findSeries } from "./series-reads.store.ts";
import type { SeriesId } from "./omission.ts";

/** What a proposal to set a series aside holds. */
export interface Dismissal {
  readonly seriesId: SeriesId;
  readonly item: string;
  readonly example: string;
  readonly words: string;
}

/**
 * Says whether a proposed series is one. Confirmed at once: it only adds questions. Set aside by two people, since nobody
 * is asked about it any more. Gives the proceeding that waits, or null.
 * @throws Problem omissions/unknown-series, omissions/judged-already
 */
export function judgeSeries(
  runtime: OmissionsRuntime,
  judged: { readonly seriesId: SeriesId; readonly verdict: "confirmed" | "no-series" },
  step: Step,
): Promise<Proceeding | null> {
  const { seriesId, verdict } = judged;
  return inScopeOf(runtime.db, step.actor, async (tx) => {
    const series = await findSeries(tx, seriesId);
    if (!series) throw omissionProblem("unknown-series");
    if (series.verdict === verdict) throw omissionProblem("judged-already");
    const { body, item, example } = series;
    if (verdict === "no-series") {
      const filter = { procedures: ["series-dismissal"], open: true, target: seriesId };
      if ((await listProceedings(tx, filter, null, 1)).length > 0) throw omissionProblem("judged-already");
      const detail = { seriesId, item, example, words: step.reason } satisfies Dismissal;
      return openProceeding(tx, procedureOf(runtime, "series-dismissal"), { target: seriesId, body, detail }, step);
    }
    const judgementId = newId<SeriesJudgementId>();
    const { actor, at, reason } = step;
    await insertSeriesJudgement(tx, {
      judgementId,
      seriesId,
      body,
      verdict,
      words: reason,
      givenBy: actor.id,
      approvedBy: null,
      at,
    });
    const entry = { action: "omissions/confirm-series", target: seriesId, detail: { body, item } };
    await recordAudit(tx, { at, actor, ...entry, ...(step.requestId ? { requestId: step.requestId } : {}) });
    return null;
  });
}
