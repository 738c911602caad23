import { addSeconds, millisOf, type Instant } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { accountProblem } from "./accounts.problems.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { networkOf } from "./network.rules.ts";
import { clearFailures, countAttempt, ELSEWHERE, takeBackAttempt } from "./sign-in-networks.store.ts";

const DAY_SECONDS = 24 * 3600;
/** Wrong passwords for one name from one network, and for how long the name is then locked for that network. */
const FROM_ONE_NETWORK = { most: 5, lockSeconds: 15 * 60 };
/** The same over all networks from which the owner has not signed in of late: slower, so that many networks help little. */
const FROM_ELSEWHERE = { most: 100, lockSeconds: 3600 };
/** How long a row of wrong passwords is remembered, and a network from which somebody has signed in. */
export const REMEMBERED_SECONDS = DAY_SECONDS;
const KNOWN_SECONDS = 30 * DAY_SECONDS;

/**
 * Tries a password, counted for its name before it is looked at: five wrong ones from a network lock the name for that
 * network, a hundred from networks that are not the owner's lock it for all of those. Whoever tries a name from elsewhere
 * does not lock out its owner. `attempt` gives null for a wrong one.
 * @throws Problem accounts/locked
 */
export async function countedAttempt<Result>(
  { db, clock }: AccountsRuntime,
  { userName, address }: { readonly userName: string; readonly address: string },
  attempt: () => Promise<Result | null>,
): Promise<Result | null> {
  const at = clock.now();
  const network = networkOf(address);
  const { until, isKnown } = await inScope(db, (tx) => counted(tx, userName, network, at));
  if (until !== null) {
    const retryAfter = Math.ceil((millisOf(until) - millisOf(at)) / 1000);
    throw accountProblem("locked", { extra: { retryAfter } });
  }
  const settle = (isRight: boolean): Promise<void> =>
    inScope(db, async (tx) => {
      if (isRight) await clearFailures(tx, userName, network, addSeconds(at, KNOWN_SECONDS));
      else await takeBackAttempt(tx, userName, network);
      if (!isKnown) await takeBackAttempt(tx, userName, ELSEWHERE);
    });
  const result = await attempt().catch(async (error: unknown) => {
    // It could not be tried at all.
    await settle(false);
    throw error;
  });
  if (result !== null) await settle(true);
  return result;
}

async function counted(
  tx: Tx,
  userName: string,
  network: string,
  at: Instant,
): Promise<{ readonly until: Instant | null; readonly isKnown: boolean }> {
  const boundOf = ({ most, lockSeconds }: typeof FROM_ELSEWHERE) => ({
    most,
    at,
    lockUntil: addSeconds(at, lockSeconds),
    forgetBefore: addSeconds(at, -REMEMBERED_SECONDS),
  });
  const here = await countAttempt(tx, userName, network, boundOf(FROM_ONE_NETWORK));
  if (here.until !== null || here.isKnown) return here;
  const elsewhere = await countAttempt(tx, userName, ELSEWHERE, boundOf(FROM_ELSEWHERE));
  return { ...here, until: elsewhere.until };
}
