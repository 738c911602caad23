import { sql } from "kysely";
import type { ProceedingId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { Proceeding, ProceedingEvent } from "./proceeding.ts";

const COLUMNS = sql`proceeding_id AS "proceedingId", procedure, target, body, state, opened_by AS "openedBy",
  opened_at AS "openedAt", ended_at AS "endedAt", decided_by AS "decidedBy", four_eyes AS "fourEyes", detail`;

export async function insertProceeding(tx: Tx, proceeding: Proceeding): Promise<void> {
  const { proceedingId, procedure, target, body, state, openedBy, openedAt, fourEyes, detail } = proceeding;
  await sql`INSERT INTO proceedings (proceeding_id, procedure, target, body, state, opened_by, opened_at, four_eyes, detail)
    VALUES (${proceedingId}::uuid, ${procedure}, ${target}, ${body}, ${state}, ${openedBy}, ${openedAt}::timestamptz,
      ${fourEyes}, ${JSON.stringify(detail)}::jsonb)`.execute(tx);
}

export async function findProceeding(tx: Tx, proceedingId: ProceedingId): Promise<Proceeding | null> {
  const found =
    await sql<Proceeding>`SELECT ${COLUMNS} FROM proceedings WHERE proceeding_id = ${proceedingId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

/** Which proceedings a list shows: those that wait, those that ended, or all; about anything or one thing. */
export interface ProceedingFilter {
  readonly procedures: readonly string[];
  readonly open: boolean;
  readonly closed?: boolean;
  readonly target?: string | null;
}

/** Proceedings of some procedures, newest first, from before one of them. */
export async function listProceedings(
  tx: Tx,
  filter: ProceedingFilter,
  before: ProceedingId | null,
  limit: number,
): Promise<Proceeding[]> {
  const found = await sql<Proceeding>`SELECT ${COLUMNS} FROM proceedings
    WHERE procedure = ANY(${[...filter.procedures]}::text[])
      AND (NOT ${filter.open}::boolean OR ended_at IS NULL)
      AND (NOT ${filter.closed ?? false}::boolean OR ended_at IS NOT NULL)
      AND (${filter.target ?? null}::text IS NULL OR target = ${filter.target ?? null})
      AND (${before}::uuid IS NULL OR proceeding_id < ${before}::uuid)
    ORDER BY proceeding_id DESC LIMIT ${limit}`.execute(tx);
  return found.rows;
}

/** Every proceeding of these procedures that has not ended. */
export async function listOpen(tx: Tx, procedures: readonly string[]): Promise<Proceeding[]> {
  const found = await sql<Proceeding>`SELECT ${COLUMNS} FROM proceedings
    WHERE procedure = ANY(${[...procedures]}::text[]) AND ended_at IS NULL ORDER BY proceeding_id`.execute(tx);
  return found.rows;
}

/** Why a proceeding was opened and, where it ended, why and by whom. */
export interface Reasons {
  readonly reason: string;
  readonly end: { readonly act: string; readonly by: string; readonly reason: string } | null;
}

/** The reasons of proceedings, by their ids. */
export async function reasonsOf(tx: Tx, ids: readonly ProceedingId[]): Promise<ReadonlyMap<string, Reasons>> {
  const found = await sql<Reasons & { proceedingId: ProceedingId }>`SELECT p.proceeding_id AS "proceedingId", f.reason,
      CASE WHEN p.ended_at IS NULL THEN NULL
        ELSE jsonb_build_object('act', l.act, 'by', l.actor, 'reason', l.reason) END AS "end"
    FROM proceedings p
      JOIN LATERAL (SELECT reason FROM proceeding_events e WHERE e.proceeding_id = p.proceeding_id
        ORDER BY sequence LIMIT 1) f ON true
      JOIN LATERAL (SELECT act, actor, reason FROM proceeding_events e WHERE e.proceeding_id = p.proceeding_id
        ORDER BY sequence DESC LIMIT 1) l ON true
    WHERE p.proceeding_id = ANY(${[...ids]}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ proceedingId, reason, end }) => [proceedingId, { reason, end }]));
}

/** Moves a proceeding on from the state in which it was read; false when somebody was faster. */
export async function moveProceeding(
  tx: Tx,
  { proceedingId, state }: Pick<Proceeding, "proceedingId" | "state">,
  to: { readonly state: string; readonly endedAt: Instant | null; readonly decidedBy: string | null },
): Promise<boolean> {
  const moved = await sql`UPDATE proceedings SET state = ${to.state}, ended_at = ${to.endedAt}::timestamptz,
      decided_by = ${to.decidedBy}
    WHERE proceeding_id = ${proceedingId}::uuid AND state = ${state}`.execute(tx);
  return Number(moved.numAffectedRows ?? 0n) === 1;
}

export async function insertEvent(
  tx: Tx,
  proceedingId: ProceedingId,
  event: Omit<ProceedingEvent, "sequence">,
): Promise<void> {
  const { at, actor, act, fromState, toState, reason } = event;
  await sql`INSERT INTO proceeding_events (proceeding_id, sequence, at, actor, act, from_state, to_state, reason)
    SELECT ${proceedingId}::uuid, coalesce(max(sequence), 0) + 1, ${at}::timestamptz, ${actor}, ${act}, ${fromState},
      ${toState}, ${reason}
    FROM proceeding_events WHERE proceeding_id = ${proceedingId}::uuid`.execute(tx);
}

export async function listEvents(tx: Tx, proceedingId: ProceedingId): Promise<ProceedingEvent[]> {
  const found =
    await sql<ProceedingEvent>`SELECT sequence, at, actor, act, from_state AS "fromState", to_state AS "toState", reason
    FROM proceeding_events WHERE proceeding_id = ${proceedingId}::uuid ORDER BY sequence`.execute(tx);
  return found.rows;
}
