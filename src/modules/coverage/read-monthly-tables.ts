import { monthsBetween, obligationsBetween, type Catalogue } from "#catalogue";
import { allowedActs, findProceeding, listEvents, type Procedure } from "#proceedings";
import { countFiledDecisions } from "#publish";
import type { Actor } from "../../kernel/actor.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { ProducedCounts } from "./coverage.rules.ts";
import { listMonthlyTables, listSignedTables, type MonthlyFilter, type MonthlyTable } from "./monthly-tables.store.ts";

/** A month for which a body owes its table: what is on file now, and the newest version of the table, or null. */
export interface MonthlyStanding {
  readonly body: string;
  /** "YYYY-MM". */
  readonly month: string;
  readonly dueOn: LocalDate;
  /** Decisions of the month that are on file now, by item. */
  readonly filed: readonly { readonly item: string; readonly count: number }[];
  readonly table: MonthlyTable | null;
}

/** The tables that bodies owe for the months between two days, newest month first. */
export async function readMonthlyTables(
  tx: Tx,
  catalogue: Catalogue,
  filter: MonthlyFilter,
): Promise<readonly MonthlyStanding[]> {
  const { from, to, bodies } = filter;
  const owed = obligationsBetween(catalogue, from, to, bodies === undefined ? {} : { bodies }).filter(
    ({ monthlyTable, unit }) => monthlyTable && unit === "month",
  );
  const counts = await countFiledDecisions(tx, {
    items: [...new Set(owed.map(({ item }) => item))],
    bodies: [...new Set(owed.map(({ body }) => body))],
    from,
    to,
  });
  const tables = await listMonthlyTables(tx, filter, "newest");
  const standings = new Map<string, MonthlyStanding>();
  for (const { item, body, period: month, dueOn } of owed) {
    const key = `${month} ${body}`;
    const before = standings.get(key) ?? {
      body,
      month,
      dueOn,
      filed: [],
      table: tables.find((table) => table.body === body && table.month === month) ?? null,
    };
    const count = counts.find((one) => one.item === item && one.sourceBody === body && one.month === month)?.count ?? 0;
    standings.set(key, { ...before, filed: [...before.filed, { item, count }] });
  }
  return [...standings.values()].toSorted((a, b) =>
    a.month === b.month ? (a.body < b.body ? -1 : 1) : a.month < b.month ? 1 : -1,
  );
}

/** All versions of one month's table with what happened to each and what somebody may do, newest first. */
export async function readMonthlyHistory(
  tx: Tx,
  procedures: ReadonlyMap<string, Procedure>,
  filter: MonthlyFilter,
  actor: Actor,
) {
  const versions = await listMonthlyTables(tx, filter, "all");
  return Promise.all(
    versions.map(async (table) => {
      const proceeding = await findProceeding(tx, table.proceedingId);
      const procedure = proceeding ? procedures.get(proceeding.procedure) : undefined;
      const allowed = proceeding && procedure ? allowedActs(procedure, proceeding, actor) : [];
      return { ...table, allowed, events: await listEvents(tx, table.proceedingId) };
    }),
  );
}

/** What a body's newest signed table says of a month; `reported` is what is on file now. */
export interface MonthlyFigure extends ProducedCounts {
  readonly body: string;
  /** "YYYY-MM". */
  readonly month: string;
  readonly item: string;
}

/**
 * By body, month and item what was produced and published on the body's own site, as signed, and what is reported by now.
 * Months without a signed table are absent: nobody has said yet what was produced.
 */
export async function listMonthlyFigures(tx: Tx, filter: MonthlyFilter): Promise<readonly MonthlyFigure[]> {
  const tables = await listSignedTables(tx, filter);
  const lines = tables.flatMap(({ body, month, lines: own }) => own.map((line) => ({ body, month, line })));
  const counts = await countFiledDecisions(tx, {
    items: [...new Set(lines.map(({ line }) => line.item))],
    bodies: [...new Set(lines.map(({ body }) => body))],
    from: filter.from,
    to: filter.to,
  });
  const months = new Set(monthsBetween(filter.from, filter.to));
  return lines
    .filter(({ month }) => months.has(month))
    .map(({ body, month, line: { item, produced, ownSite } }) => {
      const filed = counts.find((one) => one.item === item && one.sourceBody === body && one.month === month);
      return { body, month, item, produced, ownSite, reported: filed?.count ?? 0 };
    });
}
