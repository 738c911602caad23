import { deadlineOf } from "#publish";
import { listProceedings } from "#proceedings";
import { addMonths, lastOfMonth, parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { listAttestations } from "./attestations.store.ts";
import { compareMonths, type ComparedMonth } from "./compare-months.rules.ts";
import { OMISSION_PROCEDURES } from "./decide-proposal.ts";
import { rulesOn } from "./omission-law.ts";
import type { OmissionsRuntime } from "./omissions-runtime.ts";
import { listCounts, listMonths, listScans, listSeries, type GapCounts } from "./series-reads.store.ts";

/** Where a body stands with its missing numbers. Questions are those of confirmed series. */
export interface BodyStanding extends GapCounts {
  readonly body: string;
  /** Confirmed series, and those that wait to be. */
  readonly confirmed: number;
  readonly proposed: number;
  /** Numbers that fit no series. */
  readonly unfitting: number;
  /** Proposals that wait for a second person. */
  readonly waiting: number;
  /** Earliest day by which an open question is to be answered. */
  readonly answerBy: LocalDate | null;
  /** The last month that is over. */
  readonly month: string;
  /** Items of which that month's count is signed, of those that have decisions on file at all. */
  readonly attested: number;
  readonly toAttest: number;
  /** Signed counts of all months that differ from what is on file. */
  readonly differing: number;
  /** Items whose latest settled month is unusually low. */
  readonly drops: readonly ComparedMonth[];
}

const MONTHS_BACK = 24;
const WAITING_AT_MOST = 1000;

/** Months of bodies as far as the reader may see them, newest first. */
export async function readMonths(tx: Tx, runtime: OmissionsRuntime, body: string | null): Promise<ComparedMonth[]> {
  const today = runtime.clock.today();
  const last = firstOfMonth(addMonths(today, -1));
  const first = addMonths(last, 1 - MONTHS_BACK);
  const [onFile, attestations] = [await listMonths(tx, body, first), await listAttestations(tx, body, first)];
  const { drop } = rulesOn(runtime.rules, today);
  return compareMonths(onFile, attestations, { first, last, settled: lastSettled(runtime, last) }, drop);
}

/** The bodies that the reader may see, those with most to explain first. */
export async function readOverview(tx: Tx, runtime: OmissionsRuntime): Promise<BodyStanding[]> {
  const series = await listSeries(tx, { body: null, item: null });
  const months = await readMonths(tx, runtime, null);
  const scans = await listScans(tx, null);
  const counts = await listCounts(tx, { body: null, from: null, to: null });
  const open = { procedures: [...OMISSION_PROCEDURES], open: true };
  const waiting = await listProceedings(tx, open, null, WAITING_AT_MOST);
  const last = firstOfMonth(addMonths(runtime.clock.today(), -1)).slice(0, 7);
  const settled = lastSettled(runtime, firstOfMonth(addMonths(runtime.clock.today(), -1)))?.slice(0, 7);
  const bodies = new Set([...series, ...scans, ...months].map(({ body }) => body));
  return [...bodies]
    .map((body) => {
      const own = series.filter((one) => one.body === body);
      const asked = own.filter(({ verdict }) => verdict === "confirmed");
      const ofBody = months.filter((one) => one.body === body);
      const ofLast = ofBody.filter(({ month }) => month === last);
      const total = (state: keyof GapCounts): number => asked.reduce((sum, one) => sum + one[state], 0);
      const dues = counts.flatMap((one) => (one.body === body && one.answerBy !== null ? [one.answerBy] : []));
      return {
        body,
        confirmed: asked.length,
        proposed: own.filter(({ verdict }) => verdict === "proposed").length,
        unfitting: scans
          .filter((one) => one.body === body)
          .reduce((sum, { unfitting }) => sum + Object.values(unfitting).reduce((all, one) => all + one, 0), 0),
        notYetAsked: total("notYetAsked"),
        open: total("open"),
        unexplained: total("unexplained"),
        answered: total("answered"),
        waiting: waiting.filter((one) => one.body === body).length,
        answerBy: dues.toSorted()[0] ?? null,
        month: last,
        attested: ofLast.filter(({ stated }) => stated !== null).length,
        toAttest: ofLast.length,
        differing: ofBody.filter(({ difference }) => difference !== null && difference !== 0).length,
        drops: ofBody.filter(({ drop, month }) => drop && month === settled),
      };
    })
    .toSorted(
      (a, b) =>
        b.unexplained - a.unexplained || b.open - a.open || b.proposed - a.proposed || (a.body < b.body ? -1 : 1),
    );
}

/** The last month whose decisions are all due by now: earlier, a low count may only be a late report. */
function lastSettled({ clock, publication, workdays }: OmissionsRuntime, last: LocalDate): LocalDate | null {
  const { deadlines } = publication;
  for (const month of [last, addMonths(last, -1), addMonths(last, -2)]) {
    const term = deadlineOf(deadlines, workdays, deadlines.usual, lastOfMonth(month));
    if ("due" in term && term.due < clock.today()) return month;
  }
  return null;
}

function firstOfMonth(day: LocalDate): LocalDate {
  const first = parseLocalDate(`${day.slice(0, 7)}-01`);
  if (!first) throw new Error(`no month of ${day}`);
  return first;
}
