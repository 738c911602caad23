import { sql } from "kysely";
import type { StatementId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import type { Statement, StatementContent, StatementSummary } from "./statement.ts";

const SUMMARY = sql`statement_id AS "statementId", month, number, supersedes, superseded_by AS "supersededBy", reason,
  frozen_at AS "frozenAt", encode(digest, 'hex') AS digest, key_id AS "keyId"`;

/** Writes a statement. Its content and signature are checked by the database as far as it can. */
export async function insertStatement(
  tx: Tx,
  { month, number, supersedes, reason, frozenAt, statementId }: StatementContent,
  signed: {
    readonly text: string;
    readonly digest: Buffer;
    readonly keyId: string;
    readonly publicKey: Buffer;
    readonly signature: Buffer;
    readonly by: string;
  },
): Promise<void> {
  await sql`INSERT INTO figure_statements (statement_id, month, number, supersedes, reason, frozen_at, frozen_by, content, digest,
      key_id, public_key, signature)
    VALUES (${statementId}::uuid, ${month}, ${number}, ${supersedes?.statementId ?? null}::uuid, ${reason}, ${frozenAt}::timestamptz,
      ${signed.by}, ${signed.text}, ${signed.digest}, ${signed.keyId}, ${signed.publicKey}, ${signed.signature})`.execute(
    tx,
  );
}

/** One statement of a month is made, and one figure disputed, at a time; held until the transaction ends. */
export async function lockFigures(tx: Tx, what: string): Promise<void> {
  await takeTurn(tx, "figures", what);
}

/** The newest month that has a statement, or null. */
export async function findNewestMonth(db: Db): Promise<string | null> {
  const found = await sql<{ month: string | null }>`SELECT max(month) AS month FROM register.figure_statements`.execute(
    db,
  );
  return found.rows[0]?.month ?? null;
}

/** The statement of a month that no other has replaced, or null. */
export async function findCurrent(db: Db, month: string): Promise<StatementSummary | null> {
  const found = await sql<StatementSummary>`SELECT ${SUMMARY} FROM register.figure_statements
    WHERE month = ${month} ORDER BY number DESC LIMIT 1`.execute(db);
  return found.rows[0] ?? null;
}

/** Statements, the newest first, from before one of them. */
export async function listStatements(
  db: Db,
  month: string | null,
  before: StatementId | null,
  limit: number,
): Promise<StatementSummary[]> {
  const found = await sql<StatementSummary>`SELECT ${SUMMARY} FROM register.figure_statements
    WHERE (${month}::text IS NULL OR month = ${month})
      AND (${before}::uuid IS NULL OR (month, number) < (SELECT s.month, s.number FROM register.figure_statements s WHERE s.statement_id = ${before}::uuid))
    ORDER BY month DESC, number DESC LIMIT ${limit}`.execute(db);
  return found.rows;
}

export async function findStatement(db: Db, statementId: StatementId): Promise<Statement | null> {
  const found =
    await sql<Statement>`SELECT ${SUMMARY}, content::jsonb AS content, encode(public_key, 'base64') AS "publicKey",
      encode(signature, 'base64') AS signature
    FROM register.figure_statements WHERE statement_id = ${statementId}::uuid`.execute(db);
  const row = found.rows[0];
  // PostgreSQL breaks Base64 after 76 signs.
  return row
    ? { ...row, publicKey: row.publicKey.replaceAll("\n", ""), signature: row.signature.replaceAll("\n", "") }
    : null;
}

/** A dispute that is not decided, as anybody may know of it. */
export interface OpenDispute {
  readonly target: string;
  readonly openedAt: Instant;
}

/** What is disputed now about a statement. */
export async function listOpenDisputes(db: Db, statementId: StatementId): Promise<OpenDispute[]> {
  const found = await sql<OpenDispute>`SELECT target, opened_at AS "openedAt" FROM register.open_figure_disputes
    WHERE starts_with(target, ${`${statementId} `}) ORDER BY opened_at`.execute(db);
  return found.rows;
}
