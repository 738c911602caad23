import {
  answerGap,
  decideProposal,
  judgeSeries,
  listMissing,
  listSeries,
  parseNumber,
  readMonths,
  refreshOmissions,
  stateCount,
  type OmissionsRuntime,
} from "#omissions";
import type { Actor } from "../kernel/actor.ts";
import type { Role } from "../kernel/permission.ts";
import { daysBetween, yearOf } from "../kernel/time.ts";
import { inScope } from "../platform/db/scope.ts";
import type { SampleNumber } from "../sample/index.ts";

/** The body of the sample's own reporter and reviewer: there something is left for them to do. */
const AT_WORK = "hs-ecology";
/** A body that has not said yet whether its numbers are a series. */
const UNDECIDED = "hs-human-resources";
/** What was passed over later than so many days ago has no answer yet. */
const RECENT_DAYS = 45;

const ANSWERS = [
  { answer: "skipped", words: "" },
  { answer: "void", words: "编号后文书作废，见发文登记簿（示例）" },
  { answer: "other-matter", words: "该号用于不予处罚或不予许可决定（示例）" },
  { answer: "skipped", words: "登记时漏编（示例）" },
] as const;

/**
 * Lets the sample city's bodies say what their numbers are: they confirmed their series, answered for the numbers that
 * they passed over, and signed a month's count. What was never reported stays unexplained, as in a real city.
 */
export async function foundOmissions(
  runtime: OmissionsRuntime,
  skipped: readonly SampleNumber[],
  recentDays: number = RECENT_DAYS,
): Promise<void> {
  await refreshOmissions(runtime);
  const { series, missing } = await inScope(runtime.db, async (tx) => {
    const all = await listSeries(tx, { body: null, item: null });
    const found = new Set<string>();
    for (const { seriesId } of all)
      for (const { year, number } of await listMissing(tx, seriesId, null)) found.add(`${seriesId} ${year} ${number}`);
    return { series: all, missing: found };
  });
  for (const { seriesId, body } of series)
    if (body !== UNDECIDED) {
      const step = { ...stepOf(runtime, body, "reporter"), reason: "本单位文号（示例）" };
      await judgeSeries(runtime, { seriesId, verdict: "confirmed" }, step);
    }
  const old = skipped.filter(
    ({ day, body }) => daysBetween(day, runtime.clock.today()) > recentDays && body !== UNDECIDED,
  );
  // One answer still waits for the sample's reviewer.
  const left = old.findLastIndex(({ body }, at) => body === AT_WORK && ANSWERS[at % ANSWERS.length]?.answer === "void");
  for (const [at, { body, item, documentNumber, day }] of old.entries()) {
    const parsed = parseNumber(documentNumber, yearOf(day));
    const known = series.find((one) => one.body === body && one.item === item && one.form === parsed?.form);
    const year = parsed?.year ?? 0;
    const number = parsed?.number ?? 0;
    if (!known || !missing.has(`${known.seriesId} ${year} ${number}`)) continue;
    const { answer, words } = ANSWERS[at % ANSWERS.length] ?? ANSWERS[0];
    const given = { seriesId: known.seriesId, year, from: number, to: number, answer };
    const { proceeding } = await answerGap(runtime, given, { ...stepOf(runtime, body, "reporter"), reason: words });
    if (!proceeding || at === left) continue;
    const step = { ...stepOf(runtime, body, "reviewer"), reason: "已核对登记簿（示例）" };
    await decideProposal(runtime, proceeding.proceedingId, "approve", step);
  }
  await signCounts(runtime);
}

/** The second last month is signed, with one decision more than is on file; the last one is still to be stated. */
async function signCounts(runtime: OmissionsRuntime): Promise<void> {
  const months = await inScope(runtime.db, (tx) => readMonths(tx, runtime, AT_WORK));
  const items = new Set(months.map(({ item }) => item));
  for (const item of items) {
    const before = months.filter((one) => one.item === item)[1];
    if (!before) continue;
    const stated = { item, month: before.month, decisions: before.onFile + 1, highest: [] };
    const step = { ...stepOf(runtime, AT_WORK, "reporter"), reason: "按发文登记簿（示例）" };
    const { proceedingId } = await stateCount(runtime, stated, step);
    const sign = { ...stepOf(runtime, AT_WORK, "reviewer"), reason: "与登记簿一致（示例）" };
    await decideProposal(runtime, proceedingId, "approve", sign);
  }
}

function stepOf({ clock }: OmissionsRuntime, body: string, role: Role) {
  const actor: Actor = { kind: "person", id: `sample-${role}`, body, roles: [role], address: null };
  return { actor, at: clock.now() };
}
