import { createHash } from "node:crypto";
import { recordAudit } from "#audit";
import { findProceeding } from "#proceedings";
import { maskPersonalNumbers } from "#catalogue";
import { SYSTEM_ACTOR, type Actor } from "../../kernel/actor.ts";
import { newId, type ProceedingId, type StatementId } from "../../kernel/ids.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { inScope, inSnapshot } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { canonicalJson, type CanonicalValue } from "../../verify/canonical-json.ts";
import { digestOfRows, signedBytes, STATEMENT_KIND } from "../../verify/figure-statement.ts";
import { DISPUTE } from "./dispute-target.ts";
import type { FiguresRuntime } from "./figures-runtime.ts";
import { figureProblem } from "./figures.problems.ts";
import { monthsDue } from "./month.rules.ts";
import { freezingDayOn, ratesOn } from "./rate-editions.ts";
import type { Reading } from "./rate-source.ts";
import { RATE_SOURCES } from "./rate-sources.ts";
import { readFigures } from "./read-figures.ts";
import type { FrozenFigure, StatementContent } from "./statement.ts";
import { findCurrent, findNewestMonth, insertStatement, lockFigures } from "./statements.store.ts";

/** Why a further statement of a month is made. */
export interface Correction {
  readonly reason: string;
  readonly dispute: ProceedingId | null;
  readonly actor: Actor;
  readonly requestId: string;
}

/**
 * Freezes what is due by today: each month whose day has come, once. A month of which nothing is on file is passed over.
 * Gives the months that were frozen now.
 */
export async function freezeDueMonths(runtime: FiguresRuntime): Promise<readonly string[]> {
  const today = runtime.clock.today();
  const day = freezingDayOn(runtime.rates, today);
  if (day === null) return [];
  const newest = await findNewestMonth(runtime.publicDb);
  const frozen: string[] = [];
  for (const month of monthsDue(today, day, newest)) if (await freezeMonth(runtime, month)) frozen.push(month);
  return frozen;
}

/**
 * Makes a month's first statement from the figures as they are now; where there is one already, or no figure at all, nothing
 * happens and null is given.
 */
async function freezeMonth(runtime: FiguresRuntime, month: string): Promise<StatementId | null> {
  const read = await readMonth(runtime, month);
  if (read.figures.length === 0) return null;
  return inScope(runtime.db, async (tx) => {
    await lockFigures(tx, month);
    return (await findCurrent(tx, month)) ? null : stateMonth(tx, runtime, read, null, null);
  });
}

/**
 * Makes a further statement of a month, which names the one that it replaces and says why. `once` answers a repeated request
 * with what it made the first time, in the transaction of the statement.
 * @throws Problem figures/not-frozen-yet, figures/not-upheld
 */
export async function correctMonth(
  runtime: FiguresRuntime,
  month: string,
  correction: Correction,
  once: (tx: Tx, make: () => Promise<StatementId>) => Promise<StatementId>,
): Promise<StatementId> {
  const read = await readMonth(runtime, month);
  return inScope(runtime.db, async (tx) => {
    await lockFigures(tx, month);
    return once(tx, async () => {
      const before = await findCurrent(tx, month);
      if (!before) throw figureProblem("not-frozen-yet");
      if (correction.dispute) await checkUpheld(tx, correction.dispute, month);
      return stateMonth(tx, runtime, read, before, correction);
    });
  });
}

interface ReadMonth {
  readonly month: string;
  readonly judgedOn: LocalDate;
  readonly figures: FrozenFigure[];
}

/** The figures of a month as of one moment; before any transaction that writes, since it holds two connections. */
async function readMonth({ db, publicDb, clock }: FiguresRuntime, month: string): Promise<ReadMonth> {
  const judgedOn = clock.today();
  const figures = await inSnapshot(publicDb, (register) =>
    inSnapshot(db, (tx) => freeze({ publicDb: register, tx, today: judgedOn }, month)),
  );
  return { month, judgedOn, figures };
}

async function stateMonth(
  tx: Tx,
  runtime: FiguresRuntime,
  { month, judgedOn, figures }: ReadMonth,
  before: Awaited<ReturnType<typeof findCurrent>>,
  correction: Correction | null,
): Promise<StatementId> {
  const content: StatementContent = {
    kind: STATEMENT_KIND,
    statementId: newId<StatementId>(),
    month,
    number: (before?.number ?? 0) + 1,
    supersedes: before && { statementId: before.statementId, digest: before.digest },
    // The reason is public with the statement.
    reason: correction && maskPersonalNumbers(correction.reason).text,
    disputes: correction?.dispute ? [correction.dispute] : [],
    frozenAt: runtime.clock.now(),
    judgedOn,
    rates: ratesOn(runtime.rates, judgedOn).map(({ rate, formula, effectiveFrom }) => ({
      rate,
      formula,
      effectiveFrom,
    })),
    figures,
  };
  await state(tx, runtime, content, correction);
  return content.statementId;
}

/** Every figure of a month with the digest of its rows, by rate, body and item. */
async function freeze(reading: Reading, month: string): Promise<FrozenFigure[]> {
  const frozen: FrozenFigure[] = [];
  for (const figure of await readFigures(reading, { from: month, to: month }, true)) {
    const rows = await RATE_SOURCES[figure.rate]?.rows(reading, figure);
    const { month: _month, ...parts } = figure;
    frozen.push({ ...parts, rows: await digestOfRows(rows ?? []) });
  }
  return frozen.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function placeOf({ rate, body, item }: Pick<FrozenFigure, "rate" | "body" | "item">): string {
  return JSON.stringify([rate, body ?? "", item]);
}

/** Signs a statement and keeps it, with its entry in the trail. */
async function state(
  tx: Tx,
  { signingKey }: FiguresRuntime,
  content: StatementContent,
  correction: Correction | null,
): Promise<void> {
  const value = plain(content);
  const text = canonicalJson(value);
  const actor = correction?.actor ?? SYSTEM_ACTOR;
  const digest = createHash("sha256").update(text).digest();
  const { keyId, publicKey } = signingKey;
  const signature = signingKey.sign(signedBytes(value));
  await insertStatement(tx, content, { text, digest, keyId, publicKey, signature, by: actor.id });
  const { month, number, statementId } = content;
  await recordAudit(tx, {
    at: content.frozenAt,
    actor,
    action: "figures/freeze",
    target: statementId,
    detail: { month, number, figures: content.figures.length },
    ...(correction ? { requestId: correction.requestId } : {}),
  });
}

/** Interfaces have no index signature, which canonical values ask for; the members are the same. */
function plain(content: StatementContent): CanonicalValue {
  const { figures, rates, supersedes, ...rest } = content;
  return {
    ...rest,
    supersedes: supersedes && { ...supersedes },
    rates: rates.map(({ formula, ...rate }) => ({ ...rate, formula: { ...formula } })),
    figures: figures.map((figure) => ({ ...figure })),
  };
}

async function checkUpheld(tx: Tx, dispute: ProceedingId, month: string): Promise<void> {
  const found = await findProceeding(tx, dispute);
  const isOfMonth = found?.procedure === DISPUTE && found.state === "upheld" && found.detail["month"] === month;
  if (!isOfMonth) throw figureProblem("not-upheld");
}

/** Looks for due months once a day; gives the function that looks. */
export function dailyFreezing(runtime: FiguresRuntime): () => Promise<readonly string[]> {
  let lookedOn: LocalDate | null = null;
  return async () => {
    const today = runtime.clock.today();
    if (lookedOn === today) return [];
    const frozen = await freezeDueMonths(runtime);
    lookedOn = today;
    return frozen;
  };
}
