import { sql, type RawBuilder } from "kysely";
import type { RecordId } from "../../kernel/ids.ts";
import { parseInstant, type Instant, type LocalDate } from "../../kernel/time.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import type { ClockMoments } from "./clock.rules.ts";
import type { Pause } from "./pause.rules.ts";
import type { HoldReason } from "./publication-plan.ts";

/** The moments that the register keeps; the end follows from them. */
export type FiledMoments = Omit<ClockMoments, "decidedOn" | "endedAt"> & { readonly firstPublicAt: Instant | null };

/** All that a clock is read from. */
export interface ClockFacts extends FiledMoments {
  readonly recordId: RecordId;
  readonly item: string;
  readonly sourceBody: string;
  readonly decisionDate: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly dueMissing: string | null;
  readonly hold: HoldReason | null;
  readonly unserved: boolean;
  readonly withdrawnAt: Instant | null;
}

function facts(from: RawBuilder<unknown>, recordId: RecordId): RawBuilder<ClockFacts> {
  return sql<ClockFacts>`SELECT record_id AS "recordId", item, source_body AS "sourceBody", decision_date AS "decisionDate",
      due_on AS "dueOn", due_missing AS "dueMissing", hold, unserved, paused, received_at AS "receivedAt",
      waited_from AS "waitedFrom", waited_to AS "waitedTo", filed_at AS "filedAt", first_public_at AS "firstPublicAt",
      withdrawn_at AS "withdrawnAt"
    FROM ${from} WHERE record_id = ${recordId}::uuid`;
}

/** The clock of a record that the transaction may see. */
export async function findClockFacts(tx: Tx, recordId: RecordId): Promise<ClockFacts | null> {
  return (await facts(sql`clock_facts`, recordId).execute(tx)).rows[0] ?? null;
}

/** The clock of a record that is public today. */
export async function findPublicClockFacts(db: Db, recordId: RecordId): Promise<ClockFacts | null> {
  return (await facts(sql`register.clocks`, recordId).execute(db)).rows[0] ?? null;
}

interface StoredMoments {
  readonly receivedAt: string;
  readonly waitedFrom: string | null;
  readonly waitedTo: string | null;
  readonly filedAt: string;
  readonly firstPublicAt: string | null;
  readonly paused: readonly Pause[];
}

/** Reads the moments that register.timeliness gives as JSON. */
export function parseMoments(json: unknown): FiledMoments {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: the view builds it from columns of these types
  const stored = json as StoredMoments;
  const moment = (text: string): Instant => {
    const instant = parseInstant(text);
    if (!instant) throw new Error(`${text} is no moment`);
    return instant;
  };
  const orNull = (text: string | null): Instant | null => (text === null ? null : moment(text));
  return {
    receivedAt: moment(stored.receivedAt),
    waitedFrom: orNull(stored.waitedFrom),
    waitedTo: orNull(stored.waitedTo),
    filedAt: moment(stored.filedAt),
    firstPublicAt: orNull(stored.firstPublicAt),
    paused: stored.paused,
  };
}
