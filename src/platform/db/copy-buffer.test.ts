import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { newId, type RecordId } from "../../kernel/ids.ts";
import { dayNumber, parseLocalDate } from "../../kernel/time.ts";
import { CopyBuffer, copyBuffer } from "./copy-buffer.ts";
import { CopyValueError } from "./copy.ts";
import { inTransaction } from "./pool.ts";

const COLUMNS = ["id", "number", "body", "words", "bytes", "day", "data", "yes", "numbers"];
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`CREATE TABLE mingxin.built (id uuid, number int, body text, words text[], bytes bytea, day date, data jsonb, yes boolean, numbers int[])`.execute(
    database.admin,
  );
  await sql`GRANT ALL ON mingxin.built TO mingxin_app`.execute(database.admin);
});
afterAll(() => database.drop());

test("every kind of value comes back as it was given", async () => {
  const text = fc.string({ unit: "grapheme" }).map((value) => value.toWellFormed().replaceAll("\0", ""));
  const day = fc.integer({ min: -80_000, max: 80_000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          number: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
          body: fc.option(text),
          words: fc.array(text),
          bytes: fc.option(fc.uint8Array()),
          day: fc.option(day),
          data: text,
          yes: fc.boolean(),
          numbers: fc.array(fc.integer({ min: -5, max: 2 ** 31 - 1 })),
        }),
        { maxLength: 8 },
      ),
      async (values) => {
        const ids = values.map(() => newId<RecordId>());
        const rows = new CopyBuffer(16);
        for (const [at, value] of values.entries()) {
          rows
            .row(COLUMNS.length)
            .uuid(ids[at] ?? "")
            .int(value.number)
            .text(value.body)
            .texts(value.words)
            .bytes(value.bytes)
            .day(value.day)
            .jsonb(Buffer.from(JSON.stringify({ value: value.data })))
            .boolean(value.yes)
            .ints(value.numbers);
        }
        const found = await inTransaction(database.app, async (tx) => {
          await sql`TRUNCATE built`.execute(tx);
          expect(await copyBuffer(tx, "built", COLUMNS, rows)).toBe(values.length);
          return sql<Record<string, unknown>>`SELECT id, number, body, words, encode(bytes, 'hex') AS bytes,
            day - '1970-01-01'::date AS day, data ->> 'value' AS data, yes, numbers FROM built ORDER BY id`.execute(tx);
        });
        expect(found.rows).toEqual(
          values.map((value, at) => ({
            ...value,
            id: ids[at],
            bytes: value.bytes === null ? null : Buffer.from(value.bytes).toString("hex"),
          })),
        );
      },
    ),
    { numRuns: 30 },
  );
});

test("refuses half of a surrogate pair and names the row", () => {
  const rows = new CopyBuffer().row(1).text("fine").row(1);
  expect(() => rows.text("\ud800")).toThrow(CopyValueError);
});

test("counts days as the database does", () => {
  for (const [date, days] of [
    ["1900-03-01", -25_508],
    ["1970-01-01", 0],
    ["2000-02-29", 11_016],
    ["2026-11-24", 20_781],
    ["2099-12-31", 47_481],
  ] as const) {
    const parsed = parseLocalDate(date);
    expect(parsed && dayNumber(parsed)).toBe(days);
  }
});
