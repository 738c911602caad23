import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { historyOf } from "#records";
import { createTestDatabase } from "../../../test/database.ts";
import { newId, type BatchId } from "../../kernel/ids.ts";
import { parseInstant, parseLocalDate } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { fileChunk, type FilingContext, type FilingResult } from "./file-chunk.ts";
import type { PreparedRow } from "./prepared-row.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const at = parseInstant("2026-03-02T09:00:00+08:00");
const day = parseLocalDate("2026-02-27");
if (!at || !day) throw new Error("fixture");

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`INSERT INTO catalogue_editions (item, edition, effective_from, digest, public_fields, roles, definition)
    VALUES ('test-item', 1, '2020-01-01', '\\x00', ARRAY['name'], '{}', '{}')`.execute(database.admin);
});
afterAll(() => database.drop());

function row(number: number, over: Partial<PreparedRow> & { readonly content?: string } = {}): PreparedRow {
  const { content = "x", ...rest } = over;
  const payload = canonicalJson({ content, name: "示例" });
  return {
    row: number,
    naturalKey: hash(`key ${number}`),
    contentHash: hash(payload),
    payload,
    identity: null,
    sourceBody: "body",
    uscc: "91420200MAXX000153",
    subjectName: "黄石示例商贸有限公司",
    category: null,
    operator: null,
    decisionDate: day as never,
    documentNumber: `黄示字〔2026〕${number}号`,
    isPerson: false,
    annotation: null,
    ...rest,
  };
}

async function file(
  rows: readonly PreparedRow[],
  over: Partial<FilingContext> = {},
): Promise<FilingResult & { batchId: BatchId }> {
  const batchId = newId<BatchId>();
  const context: FilingContext = {
    batchId,
    item: "test-item",
    edition: 1,
    namesSubject: false,
    actor: { kind: "administrator", id: "tester" },
    knownFrom: at as never,
    seal: (plaintext) => Buffer.from(plaintext),
    subscribers: [],
    ...over,
  };
  const result = await inScope(database.app, (tx) => fileChunk(tx, context, rows));
  return { ...result, batchId };
}

describe("filing a chunk of rows", () => {
  test("files a new row once, then knows it as a duplicate, and a changed one as a further version", async () => {
    const key = hash("once");
    expect(await file([row(1, { naturalKey: key })])).toMatchObject({ accepted: 1, changed: 0, duplicates: 0 });
    expect(await file([row(1, { naturalKey: key }), row(2, { naturalKey: key })])).toMatchObject({
      accepted: 0,
      duplicates: 2,
    });
    expect(await file([row(1, { naturalKey: key, content: "y" })])).toMatchObject({ accepted: 0, changed: 1 });
    const found = await sql<{
      record_id: string;
    }>`SELECT record_id FROM record_keys WHERE natural_key = ${Buffer.from(key, "hex")}`.execute(database.app);
    const history = await inScope(database.app, (tx) => historyOf(tx, found.rows[0]?.record_id as never, null));
    expect(
      history.map((version) => [version.version, version.cause, version.changedFields, version.payload?.["content"]]),
    ).toEqual([
      [1, "first", [], "x"],
      [2, "correction", ["content"], "y"],
    ]);
  });

  test("lets the earlier of two contradicting rows of one file count and names the later one", async () => {
    const key = hash("twice");
    const result = await file([row(1, { naturalKey: key }), row(2, { naturalKey: key, content: "other" })]);
    expect(result).toMatchObject({ accepted: 1, rejected: 1 });
    expect(result.findings).toMatchObject([{ row: 2, code: "contradicts-earlier-row", severity: "error" }]);
  });

  test("sends a name that contradicts its code to review, and does not attach it", async () => {
    const result = await file([row(10, { subjectName: "黄石示例完全不同的矿业有限公司" })]);
    expect(result).toMatchObject({ accepted: 0, review: 1, held: 0 });
    expect(result.findings).toMatchObject([{ code: "name-contradicts-code", severity: "review" }]);
    expect(await file([row(10, { subjectName: "黄石示例完全不同的矿业有限公司" })])).toMatchObject({
      duplicates: 1,
      review: 0,
    });
  });

  test("takes the legal form as the same name and files a waiting row once its name fits", async () => {
    expect(await file([row(11, { subjectName: "不相干" })])).toMatchObject({ review: 1 });
    expect(await file([row(11, { subjectName: "黄石（示例）商贸有限责任公司" })])).toMatchObject({ accepted: 1 });
    const waiting = await inScope(database.app, (tx) =>
      sql<{
        count: number;
      }>`SELECT count(*)::integer AS count FROM waiting_rows WHERE natural_key = ${Buffer.from(hash("key 11"), "hex")}`.execute(
        tx,
      ),
    );
    expect(waiting.rows[0]?.count).toBe(0);
  });

  test("holds rows on natural persons sealed and makes no subject of them", async () => {
    expect(await file([row(20, { isPerson: true, uscc: null, subjectName: "张示例" })])).toMatchObject({
      review: 1,
      held: 1,
      accepted: 0,
    });
    const found = await sql<{
      count: number;
    }>`SELECT count(*)::integer AS count FROM subject_search WHERE name LIKE '张示例%'`.execute(database.app);
    expect(found.rows[0]?.count).toBe(0);
  });

  test("makes one subject for two rows of one chunk", async () => {
    const uscc = "92420281MAXX000310";
    const result = await file([
      row(30, { uscc, subjectName: "大冶示例小吃店" }),
      row(31, { uscc, subjectName: "大冶示例小吃店" }),
    ]);
    expect(result.accepted).toBe(2);
    const found = await sql<{
      kind: string;
      count: number;
    }>`SELECT kind, count(*) OVER ()::integer AS count FROM subject_search WHERE uscc = ${uscc}`.execute(database.app);
    expect(found.rows).toEqual([{ kind: "sole_trader", count: 1 }]);
  });

  test("undoes everything when a subscriber throws", async () => {
    const key = hash("undone");
    const failing = () => Promise.reject(new Error("publish failed"));
    await expect(file([row(40, { naturalKey: key })], { subscribers: [failing] })).rejects.toThrow("publish failed");
    const found = await sql`SELECT 1 FROM record_keys WHERE natural_key = ${Buffer.from(key, "hex")}`.execute(
      database.app,
    );
    expect(found.rows).toEqual([]);
  });
});
