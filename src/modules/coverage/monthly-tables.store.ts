import { sql } from "kysely";
import type { MonthlyTableId, ProceedingId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** One item of a monthly table. */
export interface MonthlyLine {
  readonly item: string;
  /** Decisions that the body made. */
  readonly produced: number;
  /** Of these published on the body's own site. */
  readonly ownSite: number;
  /** Decisions of the month on file when the table was made, as the database counted them. */
  readonly reported: number;
  /** Standard answer why some were not reported; null where all were. */
  readonly basis: string | null;
  readonly basisWords: string | null;
}

/** What a body says of its double publicity in a month; a change is a further version. */
export interface MonthlyTable {
  readonly tableId: MonthlyTableId;
  readonly body: string;
  /** "YYYY-MM". */
  readonly month: string;
  readonly version: number;
  /** Where the body publishes on its own site, and since which day. */
  readonly address: string | null;
  readonly publishedOn: LocalDate | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly proceedingId: ProceedingId;
  /** `submitted`, `signed`, `returned` or `taken-back`: the state of its proceeding. */
  readonly state: string;
  readonly decidedBy: string | null;
  readonly lines: readonly MonthlyLine[];
}

export interface MonthlyFilter {
  readonly bodies?: readonly string[] | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export async function insertMonthlyTable(
  tx: Tx,
  table: Omit<MonthlyTable, "lines" | "state" | "decidedBy">,
  lines: readonly Omit<MonthlyLine, "reported">[],
): Promise<void> {
  const { tableId, body, month, version, address, publishedOn, madeBy, madeAt, proceedingId } = table;
  await sql`INSERT INTO monthly_tables (table_id, body, month, version, address, published_on, made_by, made_at, proceeding_id)
    VALUES (${tableId}::uuid, ${body}, ${`${month}-01`}::date, ${version}, ${address}, ${publishedOn}::date, ${madeBy},
      ${madeAt}::timestamptz, ${proceedingId}::uuid)`.execute(tx);
  // What was reported is not given: the database counts it.
  await sql`INSERT INTO monthly_table_lines (table_id, item, produced, own_site, basis, basis_words)
    SELECT ${tableId}::uuid, l.* FROM unnest(${lines.map(({ item }) => item)}::text[],
      ${lines.map(({ produced }) => produced)}::integer[], ${lines.map(({ ownSite }) => ownSite)}::integer[],
      ${lines.map(({ basis }) => basis)}::text[], ${lines.map(({ basisWords }) => basisWords)}::text[]) AS l`.execute(
    tx,
  );
}

/** Tables of months between two days, all versions or the newest only: by month and body, newest version first. */
export async function listMonthlyTables(
  tx: Tx,
  { bodies, from, to }: MonthlyFilter,
  versions: "newest" | "all",
): Promise<MonthlyTable[]> {
  const found = await sql<MonthlyTable>`
    SELECT ${COLUMNS} FROM monthly_tables t JOIN proceedings p ON p.proceeding_id = t.proceeding_id
    WHERE t.month BETWEEN ${from}::date AND ${to}::date
      AND (${bodies === undefined}::boolean OR t.body = ANY(${[...(bodies ?? [])]}::text[]))
      AND (${versions === "all"}::boolean OR NOT EXISTS (SELECT FROM monthly_tables later
        WHERE later.body = t.body AND later.month = t.month AND later.version > t.version))
    ORDER BY t.month, t.body, t.version DESC`.execute(tx);
  return found.rows;
}

/** The newest signed table of each body and month between two days. */
export async function listSignedTables(tx: Tx, { bodies, from, to }: MonthlyFilter): Promise<MonthlyTable[]> {
  const found = await sql<MonthlyTable>`
    SELECT DISTINCT ON (t.month, t.body) ${COLUMNS}
    FROM monthly_tables t JOIN proceedings p ON p.proceeding_id = t.proceeding_id
    WHERE t.month BETWEEN ${from}::date AND ${to}::date AND p.state = 'signed'
      AND (${bodies === undefined}::boolean OR t.body = ANY(${[...(bodies ?? [])]}::text[]))
    ORDER BY t.month, t.body, t.version DESC`.execute(tx);
  return found.rows;
}

export async function findMonthlyTable(tx: Tx, tableId: MonthlyTableId): Promise<MonthlyTable | null> {
  const found = await sql<MonthlyTable>`
    SELECT ${COLUMNS} FROM monthly_tables t JOIN proceedings p ON p.proceeding_id = t.proceeding_id
    WHERE t.table_id = ${tableId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

const COLUMNS = sql`t.table_id AS "tableId", t.body, to_char(t.month, 'YYYY-MM') AS month, t.version, t.address,
  t.published_on AS "publishedOn", t.made_by AS "madeBy", t.made_at AS "madeAt", t.proceeding_id AS "proceedingId",
  p.state, p.decided_by AS "decidedBy",
  (SELECT jsonb_agg(jsonb_build_object('item', l.item, 'produced', l.produced, 'ownSite', l.own_site, 'reported', l.reported,
    'basis', l.basis, 'basisWords', l.basis_words) ORDER BY l.item)
    FROM monthly_table_lines l WHERE l.table_id = t.table_id) AS lines`;
