import { countReportedRows, listReportedBatches, type ReportedBatch, type ReportedCounts } from "#ingest";
import { listCountedDecisions, readTimeliness, type TimelinessFilter } from "#publish";
import type { BatchId } from "../../kernel/ids.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";
import type { FigureFilter } from "./figure.ts";
import { daysOf } from "./month.rules.ts";
import type { Rate } from "./rate-editions.ts";
import type { RateSource } from "./rate-source.ts";
import { OMISSION, OWN_SITE, REPORT } from "./told-sources.ts";

const PAGE = 1000;

function timelinessFilter({ from, to, item, body }: FigureFilter): TimelinessFilter {
  return {
    from: daysOf(from).from,
    to: daysOf(to).to,
    ...(item === undefined ? {} : { item }),
    ...(typeof body === "string" ? { body } : {}),
  };
}

const TIMELINESS: RateSource = {
  seenBy: "anybody",
  read: async ({ publicDb, today }, filter) => {
    if (filter.body === null) return [];
    const figures = await readTimeliness(publicDb, timelinessFilter(filter), today);
    return figures.map(({ sourceBody, item, month, onTime, due, excluded }) => ({
      body: sourceBody,
      item,
      month,
      numerator: onTime,
      denominator: due,
      apart: excluded,
    }));
  },
  rows: async ({ publicDb, today }, { body, item, month }) => {
    const rows: CanonicalValue[] = [];
    const filter = timelinessFilter({ from: month, to: month, item, body });
    let cursor: string | null = null;
    do {
      const page = await listCountedDecisions(publicDb, filter, cursor, PAGE, today);
      // Without the record's id, which is named only while the record is public.
      for (const { place, decisionDate, dueOn, publishedOn, counted, onTime, excluded } of page.items)
        rows.push({ place, decisionDate, dueOn, publishedOn, counted, onTime, excluded });
      cursor = page.next;
    } while (cursor !== null);
    return rows;
  },
};

/**
 * Compliance counts each decision's way in once: what entered and what was rejected. A duplicate, an update and a row in
 * review are in neither, so that sending the same rows again moves nothing (docs/decisions/0026-rates-that-count-once.md).
 */
export function complianceOf({ accepted, rejected, changed, duplicates, review }: ReportedCounts) {
  const apart = Object.entries({ changed, duplicates, review }).filter(([, count]) => count > 0);
  return { numerator: accepted, denominator: accepted + rejected, apart: Object.fromEntries(apart) };
}

const COMPLIANCE: RateSource = {
  seenBy: "own-body",
  read: async ({ tx }, filter) =>
    (await countReportedRows(tx, filter)).map(({ body, item, month, ...counts }) => ({
      body,
      item,
      month,
      ...complianceOf(counts),
    })),
  rows: async ({ tx }, { body, item, month }) => {
    const rows: CanonicalValue[] = [];
    let before: BatchId | null = null;
    for (;;) {
      const page: ReportedBatch[] = await listReportedBatches(tx, { from: month, to: month, item, body }, before, PAGE);
      for (const { batchId, accepted, rejected, changed, duplicates, review } of page)
        rows.push({ batchId, accepted, rejected, changed, duplicates, review });
      before = page.at(-1)?.batchId ?? null;
      if (page.length < PAGE || before === null) return rows;
    }
  },
};

/** The source of each rate; null where the platform has none yet. */
export const RATE_SOURCES: Readonly<Record<Rate, RateSource | null>> = {
  report: REPORT,
  "own-site": OWN_SITE,
  compliance: COMPLIANCE,
  timeliness: TIMELINESS,
  omission: OMISSION,
};
