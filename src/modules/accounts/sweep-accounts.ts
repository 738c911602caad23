import { lapseOverdue } from "#proceedings";
import { addSeconds } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { REMEMBERED_SECONDS } from "./counted-attempt.ts";
import { deleteEndedSessions, deleteEndedVerifications, deleteStaleNetworks } from "./sweep.store.ts";

/** What a sweep took away, and how many proposals it let lapse. */
export interface SweptAccounts {
  readonly sessions: number;
  readonly verifications: number;
  readonly networks: number;
  readonly lapsed: number;
}

/**
 * Takes away what has ended by itself: sessions, sign-ins under way, counts of wrong passwords; and lets proposals lapse
 * that nobody decided in time. What has ended opens nothing before that either; it only lies there.
 */
export async function sweepAccounts({ db, clock, procedures }: AccountsRuntime): Promise<SweptAccounts> {
  const at = clock.now();
  return inScope(db, async (tx) => ({
    sessions: await deleteEndedSessions(tx, at),
    verifications: await deleteEndedVerifications(tx, at),
    networks: await deleteStaleNetworks(tx, at, addSeconds(at, -REMEMBERED_SECONDS)),
    lapsed: await lapseOverdue(tx, procedures, at),
  }));
}
