import { sql } from "kysely";
import type { BodyItem } from "#records";
import type { LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { AttestedHighest } from "./attested-tail.rules.ts";
import type { Attestation } from "./omission.ts";

export async function insertAttestation(tx: Tx, one: Attestation): Promise<void> {
  await sql`INSERT INTO count_attestations (attestation_id, body, item, month, decisions, highest, words, stated_by, signed_by, at)
    VALUES (${one.attestationId}::uuid, ${one.body}, ${one.item}, ${one.month}::date, ${one.decisions}, ${[...one.highest]}::text[],
      ${one.words}, ${one.statedBy}, ${one.signedBy}, ${one.at}::timestamptz)`.execute(tx);
}

/** The latest signed count of each body, item and month from a month on. */
export async function listAttestations(tx: Tx, body: string | null, from: LocalDate): Promise<Attestation[]> {
  const found = await sql<Attestation>`
    SELECT DISTINCT ON (body, item, month) attestation_id AS "attestationId", body, item, month, decisions, highest, words,
      stated_by AS "statedBy", signed_by AS "signedBy", at
    FROM count_attestations WHERE month >= ${from}::date AND (${body}::text IS NULL OR body = ${body})
    ORDER BY body, item, month, attestation_id DESC`.execute(tx);
  return found.rows;
}

/** The highest numbers that the latest counts of a body name. */
export async function listHighestAttested(tx: Tx, { body, item }: BodyItem): Promise<AttestedHighest[]> {
  const found = await sql<AttestedHighest>`
    SELECT a.month, h.number AS "documentNumber" FROM (
      SELECT DISTINCT ON (month) month, highest FROM count_attestations
      WHERE body = ${body} AND item = ${item} ORDER BY month, attestation_id DESC) a
    CROSS JOIN LATERAL unnest(a.highest) AS h (number)`.execute(tx);
  return found.rows;
}
