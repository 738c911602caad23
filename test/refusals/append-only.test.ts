import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DISTRIBUTION } from "../../db/distribution.ts";
import { createTestDatabase } from "../database.ts";

/** Each refusal is attacked in SQL as the role that would have to be misused. */
let database: Awaited<ReturnType<typeof createTestDatabase>>;
const SUBJECT = "01900000-0000-7000-8000-000000000001";
const RECORD = "01900000-0000-7000-8000-000000000002";
const BATCH = "01900000-0000-7000-8000-000000000003";

beforeAll(async () => {
  database = await createTestDatabase();
  await sql`INSERT INTO catalogue_editions (item, edition, effective_from, digest, public_fields, roles, definition)
    VALUES ('test-item', 1, '2020-01-01', '\\x00', ARRAY['name', 'shown'], '{"subject-name": "name"}', '{}')`.execute(
    database.admin,
  );
  await sql`INSERT INTO window_periods (window_name, edition, severity, published, maximum_months, caps_earlier)
    VALUES ('test-window', 'first', '', true, 24, true)`.execute(database.admin);
  await inScope(async (tx) => {
    await sql`INSERT INTO records (subject_id, record_id, item, source_body, natural_key, decision_date, document_number, document_folded, state, head_version, head_edition, head_hash, head_batch)
      VALUES (${SUBJECT}, ${RECORD}, 'test-item', 'body', '\\x01', current_date - 400, 'A1', 'A1', 'active', 1, 1, '\\x02', ${BATCH})`.execute(
      tx,
    );
    await sql`INSERT INTO record_versions (subject_id, record_id, version, item, edition, known_from, recorded_by, cause, changed_fields, commitment, batch_id, row_number)
      VALUES (${SUBJECT}, ${RECORD}, 1, 'test-item', 1, now(), 'tester', 'first', '{}', decode(repeat('ab', 32), 'hex'), ${BATCH}, 2)`.execute(
      tx,
    );
    await sql`INSERT INTO version_contents (subject_id, record_id, version, payload, salt)
      VALUES (${SUBJECT}, ${RECORD}, 1, '{"name": "示例", "shown": "yes", "secret": "no"}', decode(repeat('00', 16), 'hex'))`.execute(
      tx,
    );
    await sql`INSERT INTO publications (subject_id, record_id, item, source_body, decision_date, window_name, last_day, public_from, first_public_at, reported_at)
      VALUES (${SUBJECT}, ${RECORD}, 'test-item', 'body', current_date - 400, 'test-window', current_date + 1, current_date - 300, now(), now())`.execute(
      tx,
    );
    await sql`INSERT INTO audit_entries (entry_id, at, actor, action, target, detail) VALUES (${BATCH}, now(), 'tester', 'a', 'b', '{}')`.execute(
      tx,
    );
  });
});
afterAll(() => database.drop());

type Statement = ReturnType<typeof sql>;
type Handle = Parameters<Statement["execute"]>[0];

function inScope(work: (tx: Handle) => Promise<unknown>): Promise<void> {
  return database.app.transaction().execute(async (tx) => {
    await sql`SELECT set_config('mingxin.scope', 'all', true)`.execute(tx);
    await work(tx);
  });
}

const attempt = (statement: string): Promise<void> => inScope((tx) => sql.raw(statement).execute(tx));

describe("append-only tables, attacked as the application's role", () => {
  const guarded = ["record_versions", "version_contents", "audit_entries", "catalogue_editions", "judgements"];
  test.each(
    guarded.flatMap((table) => [
      `UPDATE ${table} SET ${table === "version_contents" ? "payload = '{}'" : table === "audit_entries" ? "actor = 'x'" : table === "judgements" ? "reason = 'xx'" : "item = 'x'"}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
    ]),
  )("refuses: %s", async (statement) => {
    await expect(attempt(statement)).rejects.toThrow(/permission denied/);
  });

  test("keeps the owner itself from changing versions by triggers, on a plain server", async () => {
    for (const statement of [
      "UPDATE record_versions SET cause = 'first'",
      "DELETE FROM audit_entries",
      "TRUNCATE version_contents CASCADE",
      "TRUNCATE judgements",
    ]) {
      await expect(sql.raw(statement).execute(database.admin)).rejects.toThrow(/append-only|permission denied/);
    }
  });

  test("does not let the application move a record to another subject or rewrite its key", async () => {
    await expect(attempt("UPDATE records SET subject_id = record_id")).rejects.toThrow(/permission denied/);
    await expect(attempt("UPDATE records SET natural_key = ''")).rejects.toThrow(/permission denied/);
    await expect(attempt("DELETE FROM records")).rejects.toThrow(/permission denied/);
  });

  test.each([
    "UPDATE subject_names SET name = 'x'",
    "DELETE FROM subject_names",
    "UPDATE subject_identifiers SET value = 'x'",
    "DELETE FROM subject_identifiers",
    "UPDATE subject_redirects SET into_subject = subject_id",
    "DELETE FROM subject_redirects",
    "UPDATE record_keys SET record_id = subject_id",
    "DELETE FROM publications",
  ])("does not let it rewrite whose names, numbers and records are whose: %s", async (statement) => {
    await expect(attempt(statement)).rejects.toThrow(/permission denied/);
  });

  test("lets only the eraser delete contents, and nothing else", async () => {
    await expect(sql`DELETE FROM record_versions`.execute(database.eraser)).rejects.toThrow(/permission denied/);
    await expect(sql`UPDATE version_contents SET payload = '{}'`.execute(database.eraser)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("the state of a record, attacked as the application's role", () => {
  const ENDED = "01900000-0000-7000-8000-000000000011";
  const OTHER = "01900000-0000-7000-8000-000000000012";
  const JUDGEMENT = "01900000-0000-7000-8000-000000000013";
  const setState = (state: string, over = ""): string =>
    `UPDATE records SET state = '${state}', ended_on = ${state === "active" ? "NULL" : "current_date"} ${over} WHERE record_id = '${ENDED}'`;
  const insertVersion = (version: number, cause: string, over: Readonly<Record<string, string>> = {}): string => {
    const { subject = SUBJECT, retired = "false", judgement = `'${JUDGEMENT}'` } = over;
    return `INSERT INTO record_versions (subject_id, record_id, version, item, edition, known_from, recorded_by, cause, changed_fields, commitment, batch_id, row_number, judgement_id, retired, reason, proceeding_id, proposed_by, ground)
      VALUES ('${subject}', '${ENDED}', ${version}, 'test-item', 1, now(), 'x', '${cause}', '{}', decode(repeat('ab', 32), 'hex'), '${BATCH}', 2, ${judgement}, ${retired},
        ${cause === "withdrawal" ? `'xx', '${BATCH}', 'y', 'revoked'` : "NULL, NULL, NULL, NULL"})`;
  };
  const insertRecord = (subject: string, state: string, version: number): string =>
    `INSERT INTO records (subject_id, record_id, item, source_body, natural_key, decision_date, document_number, document_folded, state, ended_on, head_version, head_edition, head_hash, head_batch)
      VALUES ('${subject}', '${ENDED}', 'test-item', 'body', '\\x03', current_date, 'A2', 'A2', '${state}', ${state === "active" ? "NULL" : "current_date"}, ${version}, 1, '\\x02', '${BATCH}')`;
  const allOf = (statements: readonly string[]): Promise<void> =>
    inScope(async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx);
    });

  beforeAll(async () => {
    await allOf([
      `INSERT INTO judgements (judgement_id, kind, subject_id, other_subject, decided_by, reason, at, detail)
        VALUES ('${JUDGEMENT}', 'merge', '${SUBJECT}', '${OTHER}', 'x', 'xx', now(), '{}')`,
      insertRecord(SUBJECT, "active", 1),
      insertVersion(1, "first"),
      insertVersion(2, "withdrawal"),
      setState("withdrawn", ", head_version = 2"),
    ]);
  });

  test("does not let a withdrawn record become active again", async () => {
    await expect(attempt(setState("active"))).rejects.toThrow(/does not become active again/);
    await expect(attempt(setState("active", ", head_version = 1"))).rejects.toThrow(/does not become active again/);
  });
  test("not even by way of a move to another subject and back", async () => {
    const away = [insertVersion(3, "rehoming", { retired: "true" }), setState("rehomed", ", head_version = 3")];
    const back = [insertVersion(4, "rehoming"), setState("active", ", head_version = 4")];
    await expect(allOf([...away, ...back])).rejects.toThrow(/stays withdrawn/);
    const there = [insertVersion(4, "rehoming", { subject: OTHER }), insertRecord(OTHER, "active", 4)];
    await expect(allOf([...away, ...there])).rejects.toThrow(/stays withdrawn/);
  });
  test("does not move a record without a version that names its judgement", async () => {
    await expect(attempt(setState("rehomed"))).rejects.toThrow(/only a judgement moves/);
    await expect(attempt(insertVersion(3, "rehoming", { judgement: "NULL" }))).rejects.toThrow(/rehomed_by_judgement/);
    await expect(attempt(insertRecord(OTHER, "active", 3))).rejects.toThrow(/only a judgement moves/);
  });
  test("does not withdraw a record without a version that says so", async () => {
    const silent = `UPDATE records SET state = 'withdrawn', ended_on = current_date WHERE record_id = '${RECORD}'`;
    await expect(attempt(silent)).rejects.toThrow(/withdrawn only by a version/);
  });
});

describe("row-level security", () => {
  test.each([
    "subjects",
    "judgements",
    "subject_redirects",
    "records",
    "record_versions",
    "version_contents",
    "publications",
    "waiting_rows",
    "batches",
  ])("shows no row of %s to a transaction that has not declared its scope", async (table) => {
    const found = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM ${sql.table(table)}`.execute(
      database.app,
    );
    expect(found.rows).toEqual([{ count: 0 }]);
  });
  test("refuses writes of a transaction that has not declared its scope", async () => {
    await expect(
      sql`INSERT INTO subjects (subject_id, kind, origin_batch, created_at) VALUES (${SUBJECT}, 'organization', ${BATCH}, now())`.execute(
        database.app,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe("what the public may read", () => {
  const tables = Object.keys(DISTRIBUTION);
  test.each(tables)("refuses the table %s to public_read", async (table) => {
    await expect(sql`SELECT 1 FROM mingxin.${sql.raw(table)}`.execute(database.publicRead)).rejects.toThrow(
      /permission denied/,
    );
  });
  test("shows of a public record its public fields only", async () => {
    const found = await sql<{ content: unknown }>`SELECT content FROM register.records`.execute(database.publicRead);
    expect(found.rows).toEqual([{ content: { name: "示例", shown: "yes" } }]);
  });
  test("drops a record whose window has ended by date arithmetic, without any job, and tells only that and when", async () => {
    await attempt("UPDATE publications SET last_day = city_today() - 2");
    expect((await sql`SELECT 1 FROM register.records`.execute(database.publicRead)).rows).toEqual([]);
    expect((await sql`SELECT 1 FROM register.record_changes`.execute(database.publicRead)).rows).toEqual([]);
    const gone = await sql<object>`SELECT * FROM register.gone_records`.execute(database.publicRead);
    expect(gone.rows.map((row) => Object.keys(row))).toEqual([["record_id", "reason", "since", "stated_reason"]]);
    await attempt("UPDATE publications SET last_day = city_today()");
    expect((await sql`SELECT 1 FROM register.records`.execute(database.publicRead)).rows).toHaveLength(1);
  });
  test("shows nothing past the edition in force, of a class that it does not publish, or without a window, whatever is stored", async () => {
    const shown = async (change: string): Promise<number> => {
      await attempt(`UPDATE publications SET last_day = 'infinity', ${change}`);
      return (await sql`SELECT 1 FROM register.records`.execute(database.publicRead)).rows.length;
    };
    expect(await shown("decision_date = (city_today() - interval '24 months')::date")).toBe(1);
    expect(await shown("decision_date = (city_today() - interval '24 months')::date - 1")).toBe(0);
    expect(await shown("decision_date = city_today(), severity = 'minor'")).toBe(0);
    expect(await shown("severity = NULL, window_name = 'another'")).toBe(0);
    expect(await shown("window_name = 'test-window'")).toBe(1);
    await expect(attempt("UPDATE publications SET last_day = NULL")).rejects.toThrow(/publications_public_in_window/);
  });
  test("lets nobody change an edition; its owner may set an open end, once", async () => {
    await expect(attempt("UPDATE window_periods SET maximum_months = 99")).rejects.toThrow(/permission denied/);
    await expect(attempt("INSERT INTO window_periods SELECT * FROM window_periods")).rejects.toThrow(
      /permission denied/,
    );
    const asOwner = (statement: string) => sql.raw(statement).execute(database.admin);
    for (const table of ["window_periods", "catalogue_editions"]) {
      await expect(
        asOwner(`UPDATE ${table} SET edition = edition, loaded_at = loaded_at + interval '1 second'`),
      ).rejects.toThrow(/only its end may be set/);
      await expect(asOwner(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
      await asOwner(`UPDATE ${table} SET effective_to = '2199-12-31'`);
      await expect(asOwner(`UPDATE ${table} SET effective_to = NULL`)).rejects.toThrow(/only its end may be set/);
    }
  });
  test("keeps a natural person out of subjects by a constraint", async () => {
    await expect(
      attempt(
        `INSERT INTO subjects (subject_id, kind, origin_batch, created_at) VALUES ('${SUBJECT}', 'person', '${BATCH}', now())`,
      ),
    ).rejects.toThrow(/subjects_kind_known/);
    await expect(
      attempt(
        `INSERT INTO subject_search (subject_id, folded, name, kind, searchable, core, pinyin, grams) VALUES ('${SUBJECT}', 'x', 'x', 'person', true, 'x', 'x x', '{}')`,
      ),
    ).rejects.toThrow(/subject_search_kind_known/);
  });
});

describe("a schema that a cluster could distribute", () => {
  test("declares where every table lies", async () => {
    const found = await sql<{
      name: string;
    }>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'mingxin' ORDER BY 1`.execute(database.admin);
    expect(found.rows.map((row) => row.name)).toEqual(tablesSorted());
  });
  test("has the distribution column in every unique constraint, and foreign keys only within it or to reference tables", async () => {
    const found = await sql<{
      table: keyof typeof DISTRIBUTION;
      type: string;
      columns: string[];
      target: keyof typeof DISTRIBUTION | null;
    }>`
      SELECT c.conrelid::regclass::text AS table, c.contype AS type, t.relname AS target,
        ARRAY(SELECT a.attname::text FROM unnest(c.conkey) k JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k) AS columns
      FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace LEFT JOIN pg_class t ON t.oid = c.confrelid
      WHERE n.nspname = 'mingxin' AND c.contype IN ('p', 'u', 'x', 'f')`.execute(database.admin);
    const wrong = found.rows.filter((row) => {
      const place: (typeof DISTRIBUTION)[keyof typeof DISTRIBUTION] = DISTRIBUTION[row.table];
      if (typeof place === "string") return false;
      const target = row.target === null ? null : DISTRIBUTION[row.target];
      return target !== "reference" && !row.columns.includes(place.distributedBy);
    });
    expect(found.rows.length).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });
});

function tablesSorted(): string[] {
  return Object.keys(DISTRIBUTION).toSorted();
}
