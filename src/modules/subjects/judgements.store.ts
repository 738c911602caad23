import { sql } from "kysely";
import type { JudgementId, SubjectId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { JudgedClaim, Judgement, JudgementDetail, JudgementKind } from "./judgement.ts";
import { subjectProblem } from "./subjects.problems.ts";

interface JudgementRow {
  judgement_id: JudgementId;
  kind: JudgementKind;
  claim: Buffer | null;
  natural_key: Buffer | null;
  subject_id: SubjectId | null;
  other_subject: SubjectId | null;
  decided_by: string;
  reason: string;
  at: Instant;
  undoes: JudgementId | null;
  undone_by: JudgementId | null;
  detail: JudgementDetail;
}

const SELECT = sql`SELECT j.judgement_id, j.kind, j.claim, j.natural_key, j.subject_id, j.other_subject, j.decided_by, j.reason,
  j.at, j.undoes, u.judgement_id AS undone_by, j.detail
  FROM judgements j LEFT JOIN judgements u ON u.undoes = j.judgement_id`;

export async function insertJudgement(tx: Tx, judgement: Omit<Judgement, "undoneBy">): Promise<void> {
  const { claim, naturalKey } = judgement;
  await sql`INSERT INTO judgements (judgement_id, kind, claim, natural_key, subject_id, other_subject, decided_by, reason, at,
      undoes, detail)
    VALUES (${judgement.judgementId}::uuid, ${judgement.kind}, decode(${claim}, 'hex'), decode(${naturalKey}, 'hex'),
      ${judgement.subjectId}::uuid, ${judgement.otherSubject}::uuid, ${judgement.decidedBy}, ${judgement.reason},
      ${judgement.at}::timestamptz, ${judgement.undoes}::uuid, ${JSON.stringify(judgement.detail)}::jsonb)`.execute(tx);
}

/** @throws Problem subjects/unknown-judgement */
export async function getJudgement(tx: Tx, judgementId: JudgementId): Promise<Judgement> {
  const found = await sql<JudgementRow>`${SELECT} WHERE j.judgement_id = ${judgementId}::uuid`.execute(tx);
  const row = found.rows[0];
  if (!row) throw subjectProblem("unknown-judgement");
  return toJudgement(row);
}

/** Newest first, at most `limit`, those before `before` when it is given. */
export async function listJudgements(tx: Tx, before: JudgementId | null, limit: number): Promise<Judgement[]> {
  const found = await sql<JudgementRow>`${SELECT}
    WHERE ${before}::uuid IS NULL OR j.judgement_id < ${before}::uuid ORDER BY j.judgement_id DESC LIMIT ${limit}`.execute(
    tx,
  );
  return found.rows.map(toJudgement);
}

/** Judgements of a claim that hold. */
export async function listJudgementsOfClaim(tx: Tx, claim: string): Promise<Judgement[]> {
  const found = await sql<JudgementRow>`${SELECT}
    WHERE j.claim = decode(${claim}, 'hex') AND u.judgement_id IS NULL ORDER BY j.judgement_id`.execute(tx);
  return found.rows.map(toJudgement);
}

/** To whom rows go that no machine may attach, by their claim in hex: the judgements that hold, the latest for each. */
export async function readJudgedClaims(tx: Tx): Promise<ReadonlyMap<string, JudgedClaim>> {
  const found = await sql<{ claim: Buffer; subject_id: SubjectId; judgement_id: JudgementId }>`
    SELECT DISTINCT ON (j.claim) j.claim, coalesce(r.into_subject, j.subject_id) AS subject_id, j.judgement_id
    FROM judgements j
    LEFT JOIN subject_redirects r ON r.subject_id = j.subject_id AND r.ended_at IS NULL
    WHERE j.kind IN ('attach', 'new-subject') AND NOT EXISTS (SELECT FROM judgements u WHERE u.undoes = j.judgement_id)
    ORDER BY j.claim, j.judgement_id DESC`.execute(tx);
  return new Map(
    found.rows.map((row) => [row.claim.toString("hex"), { subjectId: row.subject_id, judgementId: row.judgement_id }]),
  );
}

function toJudgement(row: JudgementRow): Judgement {
  return {
    judgementId: row.judgement_id,
    kind: row.kind,
    claim: row.claim?.toString("hex") ?? null,
    naturalKey: row.natural_key?.toString("hex") ?? null,
    subjectId: row.subject_id,
    otherSubject: row.other_subject,
    decidedBy: row.decided_by,
    reason: row.reason,
    at: row.at,
    undoes: row.undoes,
    undoneBy: row.undone_by,
    detail: row.detail,
  };
}
