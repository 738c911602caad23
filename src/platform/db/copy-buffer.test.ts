import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { newId, type RecordId } from "../../kernel/ids.ts";
import { dayNumber, parseLocalDate } from "../../kernel/time.ts";
import { CopyBuffer, copyBuffer, CopyValueError } from "./copy-buffer.ts";
import { inTransaction } from "./pool.ts";

const COLUMNS = ["id", "number", "body", "words", "bytes", "day", "data", "yes", "numbers"];
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

test("texts that would need care in the text format come back unchanged", async () => {
  const rows = new CopyBuffer();
  for (const text of NASTY) rows.row(2).uuid(newId<RecordId>()).text(text);
  const found = await inTransaction(database.app, async (tx) => {
    await sql`TRUNCATE built`.execute(tx);
    await copyBuffer(tx, "built", ["id", "body"], rows);
    return sql<{ body: string }>`SELECT body FROM built ORDER BY id`.execute(tx);
  });
  expect(found.rows.map(({ body }) => body)).toEqual(NASTY);
});

test.each(["\ud800", "\udc00 behind", "a\0b"])("refuses %j and names the row, not the value", (text) => {
  const rows = new CopyBuffer().row(1).text("fine").row(1);
  expect(() => rows.text(text)).toThrow(CopyValueError);
  expect(() => rows.text(text)).toThrow(/^row 1: contains/);
});

test("rows of a wrong width are refused by the server and leave nothing", async () => {
  const rows = new CopyBuffer().row(1).uuid(newId<RecordId>());
  await expect(inTransaction(database.app, (tx) => copyBuffer(tx, "built", ["id", "body"], rows))).rejects.toThrow(
    /field count/,
  );
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
