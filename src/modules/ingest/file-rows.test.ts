import { createHash } from "node:crypto";
import { administratorActor } from "../../kernel/actor.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { historyOf } from "#records";
import { createTestDatabase } from "../../../test/database.ts";
import { newId, type BatchId } from "../../kernel/ids.ts";
import { parseInstant, parseLocalDate } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { ChunkBuilder, type BuiltRow } from "./chunk-builder.ts";
import { RowFiling, type FilingContext, type FilingResult } from "./file-rows.ts";

const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
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

function row(number: number, over: Partial<BuiltRow> & { readonly content?: string } = {}): BuiltRow {
  const { content = "x", ...rest } = over;
  return {
    row: number,
    naturalKey: hash(`key ${number}`),
    payload: canonicalJson({ content, name: "示例" }),
    identity: null,
    sourceBody: "body",
    uscc: "91420200MAXX000153",
    identifiers: null,
    subjectName: "黄石示例商贸有限公司",
    nameDate: day as never,
    operator: null,
    decisionDate: day as never,
    documentNumber: `黄示字〔2026〕${number}号`,
    isPerson: false,
    annotation: null,
    ...rest,
  };
}

/** Files each list of rows as a chunk of one batch; gives the sum of what became of them. */
async function fileChunks(
  chunks: readonly (readonly BuiltRow[])[],
  over: Partial<FilingContext> = {},
): Promise<Omit<FilingResult, "publication"> & { batchId: BatchId }> {
  const batchId = newId<BatchId>();
  const context: FilingContext = {
    batchId,
    item: "test-item",
    edition: 1,
    namesSubject: false,
    nameKeys: { name: "name", from: [] },
    judged: new Map(),
    actor: administratorActor("tester"),
    knownFrom: at as never,
    unserved: null,
    seal: (plaintext) => Buffer.from(plaintext),
    subscribers: [],
    duplicateSubscribers: [],
    ...over,
  };
  const results: FilingResult[] = [];
  await inScope(database.app, async (tx) => {
    const filing = new RowFiling(tx, context, async (_chunk, result) => void results.push(result));
    try {
      for (const rows of chunks) {
        const builder = new ChunkBuilder(rows.length);
        for (const built of rows) builder.add(built);
        await filing.take(builder.build());
      }
      await filing.finish();
    } finally {
      await filing.settle();
    }
  });
  const sum = (key: "accepted" | "changed" | "duplicates" | "review" | "held" | "rejected"): number =>
    results.reduce((total, result) => total + result[key], 0);
  return {
    accepted: sum("accepted"),
    changed: sum("changed"),
    duplicates: sum("duplicates"),
    review: sum("review"),
    held: sum("held"),
    rejected: sum("rejected"),
    findings: results.flatMap((result) => result.findings),
    batchId,
  };
}

const file = (rows: readonly BuiltRow[], over: Partial<FilingContext> = {}) => fileChunks([rows], over);

describe("filing rows", () => {
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
    }>`SELECT record_id FROM record_keys WHERE natural_key = ${key}`.execute(database.app);
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

  test("keeps to that across chunks, and when the earlier row was a duplicate", async () => {
    const key = hash("across");
    const chunks = (content: string) => [
      [row(1, { naturalKey: key })],
      [row(2, { naturalKey: hash("between") })],
      [row(3, { naturalKey: key, content })],
    ];
    expect(await fileChunks(chunks("other"))).toMatchObject({ accepted: 2, changed: 0, rejected: 1 });
    for (let again = 0; again < 3; again++)
      expect(await fileChunks(chunks("other"))).toMatchObject({ duplicates: 2, changed: 0, rejected: 1 });
    expect(await fileChunks(chunks("x"))).toMatchObject({ duplicates: 3 });
  });

  test("knows in the next chunk what the one before it brought and has not written yet", async () => {
    const uscc = "91420281MAXX000238";
    const names = ["大冶示例新设有限公司", "大冶示例新设有限责任公司", "大冶示例别家有限公司"];
    const chunks = names.map((subjectName, at) => [row(60 + at, { uscc, subjectName })]);
    expect(await fileChunks(chunks)).toMatchObject({ accepted: 2, review: 1 });
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
      }>`SELECT count(*)::integer AS count FROM waiting_rows WHERE natural_key = ${hash("key 11")} AND settled_at IS NULL`.execute(
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

  test("leaves nothing without what it belongs to (no foreign key watches the bulk path)", async () => {
    const orphans = await sql<{ what: string }>`
      SELECT 'key' AS what FROM record_keys k WHERE NOT EXISTS (SELECT FROM records r
        WHERE r.subject_id = k.subject_id AND r.record_id = k.record_id AND r.natural_key = k.natural_key)
      UNION ALL SELECT 'record' FROM records r WHERE NOT EXISTS (SELECT FROM record_versions v
        WHERE v.subject_id = r.subject_id AND v.record_id = r.record_id AND v.version = r.head_version)
      UNION ALL SELECT 'version' FROM record_versions v WHERE NOT EXISTS (SELECT FROM records r
        WHERE r.subject_id = v.subject_id AND r.record_id = v.record_id)
        OR NOT EXISTS (SELECT FROM catalogue_editions e WHERE e.item = v.item AND e.edition = v.edition)
      UNION ALL SELECT 'content' FROM version_contents c WHERE NOT EXISTS (SELECT FROM record_versions v
        WHERE v.subject_id = c.subject_id AND v.record_id = c.record_id AND v.version = c.version)
      UNION ALL SELECT 'subject' FROM records r WHERE NOT EXISTS (SELECT FROM subjects s
        WHERE s.subject_id = r.subject_id)`.execute(database.admin);
    expect(orphans.rows).toEqual([]);
  });

  test("undoes everything when a subscriber throws", async () => {
    const key = hash("undone");
    const failing = () => Promise.reject(new Error("publish failed"));
    await expect(file([row(40, { naturalKey: key })], { subscribers: [failing] })).rejects.toThrow("publish failed");
    const found = await sql`SELECT 1 FROM record_keys WHERE natural_key = ${key}`.execute(database.app);
    expect(found.rows).toEqual([]);
  });
});
