import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { copyInto, CopyValueError, encodeRows } from "./copy.ts";
import { inTransaction } from "./pool.ts";

const NASTY = [
  "tab\there",
  "back\\slash \\N \\. \\t",
  "\\.",
  "\\N",
  "new\nline\r\ncarriage\rreturn",
  "",
  " spaces ",
  "quote \" and ' and {curly,brace}",
  "中文，全角（括号）𠮷😀",
  "\b\f\v\u0001\u007f\u2028\ufeff",
];

describe("copyInto", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await sql`CREATE TABLE mingxin.copied (id int, body text, words text[], bytes bytea, day date, span int4multirange, data jsonb, yes boolean)`.execute(
      database.admin,
    );
    await sql`GRANT ALL ON mingxin.copied TO mingxin_app`.execute(database.admin);
  });
  afterAll(() => database.drop());

  test("brings every character of nasty texts, arrays and bytes through unchanged", async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const rows = NASTY.map((text, id) => [
      id,
      text,
      [text, null, "NULL", "x"],
      bytes,
      "2026-02-10",
      "{[1,4),[7,8)}",
      JSON.stringify({ text }),
      true,
    ]);
    const columns = ["id", "body", "words", "bytes", "day", "span", "data", "yes"];
    const copied = await inTransaction(database.app, (tx) => copyInto(tx, "copied", columns, rows));
    const { rows: back } = await sql<Record<string, unknown>>`SELECT * FROM copied ORDER BY id`.execute(database.app);
    expect(copied).toBe(NASTY.length);
    expect(back).toEqual(
      NASTY.map((text, id) => ({
        id, body: text, words: [text, null, "NULL", "x"], bytes, day: "2026-02-10", span: "{[1,4),[7,8)}", data: { text }, yes: true,
      })), // prettier-ignore
    );
  });

  test("tells null from the empty text", async () => {
    await inTransaction(database.app, (tx) =>
      copyInto(
        tx,
        "mingxin.copied",
        ["id", "body"],
        [
          [100, null],
          [101, ""],
          [102, undefined],
        ],
      ),
    );
    const { rows } = await sql<{
      empty: boolean;
    }>`SELECT body IS NULL AS empty FROM copied WHERE id >= 100 ORDER BY id`.execute(database.app);
    expect(rows).toEqual([{ empty: true }, { empty: false }, { empty: true }]);
  });

  test("refuses NUL and half surrogates by row and column, and the transaction leaves nothing", async () => {
    for (const [bad, reason] of [
      ["a\0b", "NUL"],
      ["\ud800", "surrogate"],
    ] as const) {
      const rows = [
        [200, "fine"],
        [201, bad],
      ];
      const failed: unknown = await inTransaction(database.app, (tx) =>
        copyInto(tx, "copied", ["id", "body"], rows),
      ).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(CopyValueError);
      expect(failed).toMatchObject({ index: 1, column: "body" });
      expect(String(failed)).toContain(reason);
    }
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM copied WHERE id >= 200`.execute(database.app);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("a value that the database refuses fails the transaction, and the connection stays usable", async () => {
    for (let round = 0; round < 10; round++) {
      await expect(
        inTransaction(database.app, (tx) => copyInto(tx, "copied", ["id"], [["no number"]])),
      ).rejects.toThrow(/invalid input syntax/);
    }
    const { rows } = await sql<{ one: number }>`SELECT 1 AS one`.execute(database.app);
    expect(rows).toEqual([{ one: 1 }]);
  });

  test("an error of the source is thrown as it is and copies nothing", async () => {
    async function* source(): AsyncGenerator<unknown[]> {
      for (let id = 300; id < 20_000; id++) yield [id, "x".repeat(50)];
      throw new Error("source broke");
    }
    await expect(inTransaction(database.app, (tx) => copyInto(tx, "copied", ["id", "body"], source()))).rejects.toThrow(
      "source broke",
    );
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM copied WHERE id >= 300`.execute(database.app);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("reads the source no faster than the database takes it, and the transaction goes on afterwards", async () => {
    let produced = 0;
    async function* source(): AsyncGenerator<unknown[]> {
      for (; produced < 60_000; produced++) yield [1000 + produced, "y".repeat(200)];
    }
    const seen = await inTransaction(database.app, async (tx) => {
      const copied = await copyInto(tx, "copied", ["id", "body"], source());
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM copied WHERE id >= 1000`.execute(tx);
      return [copied, rows[0]?.n];
    });
    expect(seen).toEqual([60_000, 60_000]);
  });

  test("refuses a row of a wrong width and values without a text form", async () => {
    const encode = async (row: unknown[]): Promise<unknown> =>
      Array.fromAsync(encodeRows(["a", "b"], [row])).catch((error: unknown) => error);
    expect(await encode(["only one"])).toBeInstanceOf(CopyValueError);
    expect(await encode([{ an: "object" }, 1])).toBeInstanceOf(CopyValueError);
    expect(await encode([Number.NaN, 1])).toBeInstanceOf(CopyValueError);
    expect(await encode([1n, false])).toEqual([Buffer.from("1\tf\n")]);
  });
});
