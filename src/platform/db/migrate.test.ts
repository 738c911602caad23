import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createEmptyDatabase } from "../../../test/database.ts";
import { StartError } from "../start-error.ts";
import { migrate, MIGRATIONS, readMigrations } from "./migrate.ts";
import { bootstrapRoles } from "./roles.ts";

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "mingxin-migrations-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const databases: { drop(): Promise<void> }[] = [];
afterEach(() => Promise.all(databases.splice(0).map((database) => database.drop())));

/** A database without anything in it; its roles are made, too, unless the test does that itself. */
async function emptyDatabase(withRoles = true): Promise<string> {
  const database = await createEmptyDatabase();
  databases.push(database);
  if (withRoles) await bootstrapRoles(database.url);
  return database.url;
}

/** A folder of migration files by name. */
async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = await mkdtemp(join(scratch, "files-"));
  for (const [name, sql] of Object.entries(files)) await writeFile(join(directory, name), sql);
  return directory;
}

async function refusal(work: Promise<unknown>): Promise<StartError> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof StartError)) throw new Error(`no StartError: ${String(error)}`);
  return error;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

const ledger = (url: string): Promise<unknown[]> =>
  query(url, "SELECT number, name FROM mingxin.migrations ORDER BY number");
const tables = async (url: string): Promise<unknown[]> =>
  query(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'mingxin' ORDER BY 1");

const FIRST = "CREATE TABLE drawers (label text);\nINSERT INTO drawers VALUES ('first');\n";
const SECOND = "INSERT INTO drawers VALUES ('second');\n";
const TWO = { "0001_first.sql": FIRST, "0002_second.sql": SECOND };

describe("starts that come at the same time", () => {
  test("bring an empty database to the shipped schema, each file applied once", async () => {
    const url = await emptyDatabase(false);
    const applied = await Promise.all(
      Array.from({ length: 3 }, async () => {
        await bootstrapRoles(url);
        return migrate(url);
      }),
    );
    const shipped = (await readMigrations(MIGRATIONS)).map(({ number, name }) => ({ number, name }));
    expect(applied.flat().toSorted((a, b) => a - b)).toEqual(shipped.map(({ number }) => number));
    expect(await ledger(url)).toEqual(shipped);
    expect(await migrate(url)).toEqual([]);
  });

  test("apply each of several files once and in order", async () => {
    const url = await emptyDatabase();
    const directory = await folder({ ...TWO, "0003_third.sql": "INSERT INTO drawers VALUES ('third')" });
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url, directory)));
    expect(applied.filter((numbers) => numbers.length > 0)).toEqual([[1, 2, 3]]);
    expect(await query(url, "SELECT label FROM mingxin.drawers")).toEqual([
      { label: "first" },
      { label: "second" },
      { label: "third" },
    ]);
  });

  test("apply only what is new to a database that has seen the others", async () => {
    const url = await emptyDatabase();
    await migrate(url, await folder({ "0001_first.sql": FIRST }));
    const directory = await folder(TWO);
    const applied = await Promise.all([migrate(url, directory), migrate(url, directory)]);
    expect(applied.flat()).toEqual([2]);
  });
});

describe("a migration file", () => {
  test("runs as the owner, and starts from the same settings whatever the one before it set", async () => {
    const url = await emptyDatabase();
    const directory = await folder({
      "0001_first.sql": `${FIRST}SET search_path = pg_catalog; RESET ROLE;`,
      "0002_second.sql": SECOND,
    });
    expect(await migrate(url, directory)).toEqual([1, 2]);
    const owner = "SELECT tableowner FROM pg_tables WHERE schemaname = 'mingxin' GROUP BY 1";
    expect(await query(url, owner)).toEqual([{ tableowner: "mingxin_owner" }]);
  });

  test("that was edited after it had been applied stops the start and names the file", async () => {
    const url = await emptyDatabase();
    const directory = await folder(TWO);
    await migrate(url, directory);
    await appendFile(join(directory, "0001_first.sql"), " ");
    const { code, text } = await refusal(migrate(url, directory));
    expect(code).toBe("migration-changed");
    expect(text.zh).toContain("0001_first.sql");
    expect(text.en).toContain("0001_first.sql");
  });

  test("of a newer program keeps an older one from writing", async () => {
    const url = await emptyDatabase();
    await migrate(url, await folder(TWO));
    const { code, text } = await refusal(migrate(url, await folder({ "0001_first.sql": FIRST })));
    expect(code).toBe("database-newer");
    expect(text.en).toMatch(/is at 2, this program ends at 1/);
    expect(await ledger(url)).toHaveLength(2);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["a gap", { "0001_a.sql": "", "0003_c.sql": "" }, "0003_c.sql"],
    ["a number twice", { "0001_a.sql": "", "0001_b.sql": "" }, "0001_b.sql"],
    ["a start that is not 1", { "0002_b.sql": "" }, "0002_b.sql"],
    ["a name of another form", { "0001_a.sql": "", "hotfix.sql": "" }, "hotfix.sql"],
    ["a number of another width", { "0001_a.sql": "", "00002_b.sql": "" }, "00002_b.sql"],
  ])("numbered with %s is refused by name, and nothing is applied", async (_what, files, named) => {
    const url = await emptyDatabase();
    const { code, text } = await refusal(migrate(url, await folder(files)));
    expect(code).toBe("migration-files");
    expect(text.en).toContain(named);
    expect(text.zh).toContain(named);
    expect(await tables(url)).toEqual([]);
  });
});

describe("a migration that fails in the middle", () => {
  test.each<[string, string, RegExp]>([
    ["a word that is no SQL", "CREATE TABLE half (a int);\nINSERT INTO half VALUES (1);\nCRATE x;\n", /:3\b.*CRATE/],
    ["a column that is missing", "CREATE TABLE half (a int);\n\n\n\nSELECT b\n  FROM half;\n", /:5\b.*"b"/],
    [
      "a fault behind rare characters",
      `-- ${"𠮷示例".repeat(40)}\nCREATE TABLE half (a int);\n\nSELECT\n  nothing;\n`,
      /:5\b.*nothing/,
    ],
    [
      "a fault within a block of its own",
      "CREATE TABLE half (a int);\n\n\nDO $$ BEGIN PERFORM nothing; END $$;\n",
      /0002_half\.sql(?!:).*nothing/,
    ],
    [
      "a fault of its data",
      "CREATE TABLE half (a int);\nINSERT INTO half SELECT 1/(g-2) FROM generate_series(1,3) g;\n",
      /division/,
    ],
  ])("by %s names file and place, and the database is as before", async (_what, sql, place) => {
    const url = await emptyDatabase();
    await migrate(url, await folder({ "0001_first.sql": FIRST }));
    const directory = await folder({ "0001_first.sql": FIRST, "0002_half.sql": sql, "0003_never.sql": SECOND });
    const { code, text } = await refusal(migrate(url, directory));
    expect(code).toBe("migration-failed");
    expect(text.en).toContain("0002_half.sql");
    expect(text.en).toMatch(place);
    expect(text.zh).toMatch(place);
    expect(await tables(url)).toEqual([{ name: "drawers" }, { name: "migrations" }]);
    expect(await ledger(url)).toEqual([{ number: 1, name: "0001_first.sql" }]);
    expect(await query(url, "SELECT label FROM mingxin.drawers")).toEqual([{ label: "first" }]);
  });

  test("goes on from there once the file is put right", async () => {
    const url = await emptyDatabase();
    const directory = await folder({ "0001_first.sql": FIRST, "0002_second.sql": "INSERT INTO nowhere VALUES (1);" });
    await refusal(migrate(url, directory));
    await writeFile(join(directory, "0002_second.sql"), SECOND);
    expect(await migrate(url, directory)).toEqual([2]);
  });

  test.each(["COMMIT", "ROLLBACK", "ROLLBACK; BEGIN"])(
    "because it says %s itself leaves nothing of it",
    async (end) => {
      const url = await emptyDatabase();
      const sql = `${FIRST}${end};\nCREATE TABLE outside (a int);`;
      const directory = await folder({ "0001_first.sql": sql, "0002_second.sql": SECOND });
      const { code, text } = await refusal(migrate(url, directory));
      expect(code).toBe("migration-failed");
      expect(text.en).toMatch(/0001_first\.sql.*transaction/);
      expect(await tables(url)).toEqual([{ name: "migrations" }]);
      expect(await ledger(url)).toEqual([]);
    },
  );
});
