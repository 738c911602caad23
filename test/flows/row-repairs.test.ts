import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { columnOfField, inventedIdentityNumber, inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Answer, type Visitor } from "../fixtures/signed-in.ts";

const ITEM = "administrative-licence";
const CODE = columnOfField(ITEM, "uscc");
const DATE = columnOfField(ITEM, "decisionDate");
const BODY = "黄石市生态环境局";

let city: TestCity;
let reporter: Visitor;
beforeAll(async () => {
  city = await startCity();
  reporter = await signedInAs(city, "reporter");
});
afterAll(() => city.stop());

interface Batch extends Receipt {
  readonly rejectedRows: Readonly<
    Record<"open" | "underWay" | "repaired" | "refusedAgain" | "explained", number>
  > | null;
  readonly counts: Receipt["counts"];
  readonly fileName: string;
}
interface Row {
  readonly row: number;
  readonly state: string;
  readonly cells: readonly string[];
  readonly masked: readonly number[];
  readonly findings: readonly {
    readonly cause: number;
    readonly column: number | null;
    readonly suggestion: { readonly values: readonly string[]; readonly ground: string } | null;
  }[];
  readonly carriedBy: { readonly batchId: string; readonly row: number | null } | null;
  readonly explanation: { readonly answer: string; readonly words: string } | null;
}
interface Rows {
  readonly columns: readonly { readonly column: number; readonly title: string; readonly field: string | null }[];
  readonly causes: readonly { readonly cause: number; readonly code: string }[];
  readonly items: readonly Row[];
  readonly next: string | null;
}

let serial = 0;
/** A licence of the reporter's body about a firm of its own. */
function licence(cells: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  serial += 1;
  return {
    subjectName: `黄石示例${serial}号商贸有限公司（示例）`,
    uscc: inventedUscc(51_000 + serial),
    documentNumber: `黄示许〔2026〕${51_000 + serial}号`,
    sourceName: BODY,
    ...cells,
  };
}

/** A right code with one pair of neighbours swapped, and the right one. */
function slipped(): { readonly wrong: string; readonly right: string } {
  for (let at = 60_000 + serial * 50; ; at += 1) {
    const right = inventedUscc(at);
    const wrong = right.slice(0, 9) + right.charAt(10) + right.charAt(9) + right.slice(11);
    if (wrong !== right) return { wrong, right };
  }
}

async function handIn(rows: readonly Readonly<Record<string, string>>[]): Promise<Batch> {
  const file = reportCsv(ITEM, rows);
  const sent = await reporter.ask("POST", `/batches?item=${ITEM}`, file, { "content-type": "text/csv" });
  return ended((sent.body as Batch).batchId);
}

async function ended(batchId: string): Promise<Batch> {
  for (;;) {
    const batch = await batchOf(batchId);
    if (["done", "refused", "failed"].includes(batch.state)) return batch;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function batchOf(batchId: string): Promise<Batch> {
  return (await reporter.ask("GET", `/batches/${batchId}`)).body as Batch;
}

async function rowsOf({ batchId }: { readonly batchId: string }, query = ""): Promise<Rows> {
  return (await reporter.ask("GET", `/batches/${batchId}/rows${query}`)).body as Rows;
}

function correct(
  { batchId }: { readonly batchId: string },
  rows: Readonly<Record<number, Readonly<Record<number, string>>>>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = Object.entries(rows).map(([row, cells]) => ({
    row: Number(row),
    cells: Object.entries(cells).map(([column, value]) => ({ column: Number(column), value })),
  }));
  return reporter.ask("POST", `/batches/${batchId}/corrections`, { rows: body }, headers);
}

test("rejected rows come cell by cell with suggestions; corrected, they alone go in under their numbers, and the page appears", async () => {
  const { wrong, right } = slipped();
  const file = [
    licence(),
    licence({ uscc: wrong }),
    licence({ decisionDate: "26/3/5", validFrom: "2026-03-05" }),
    licence({ uscc: "坏代码" }),
  ];
  const batch = await handIn(file);
  expect(batch.counts).toMatchObject({ rows: 4, accepted: 1, rejected: 3 });
  expect(batch.rejectedRows).toEqual({ open: 3, underWay: 0, repaired: 0, refusedAgain: 0, explained: 0 });

  const first = await rowsOf(batch, "?limit=2");
  const second = await rowsOf(batch, `?limit=2&cursor=${first.next ?? ""}`);
  expect([...first.items, ...second.items].map(({ row, state }) => [row, state])).toEqual([
    [3, "open"],
    [4, "open"],
    [5, "open"],
  ]);
  expect(second.next).toBeNull();
  expect(first.columns[CODE]).toMatchObject({ column: CODE, field: "uscc", input: "code" });
  expect(first.columns[DATE]).toMatchObject({ input: "date" });
  expect(first.items[0]?.cells[CODE]).toBe(wrong);
  const suggestion = first.items[0]?.findings.find(({ column }) => column === CODE)?.suggestion;
  expect(suggestion?.ground).toBe("computed");
  expect(suggestion?.values).toContain(right);
  expect(first.items[1]?.findings.find(({ column }) => column === DATE)?.suggestion).toEqual({
    values: ["2026-03-05"],
    ground: "form",
  });
  const cause = first.items[0]?.findings[0]?.cause ?? 0;
  expect((await rowsOf(batch, `?cause=${cause}`)).items.map(({ row }) => row)).toEqual([3]);

  const key = { "idempotency-key": "first-repair" };
  const sent = await correct(batch, { 3: { [CODE]: right }, 4: { [DATE]: "2026-03-05" } }, key);
  expect(sent.status).toBe(202);
  const again = await correct(batch, { 3: { [CODE]: right }, 4: { [DATE]: "2026-03-05" } }, key);
  expect(again).toMatchObject({ status: 200, body: { batchId: (sent.body as Batch).batchId } });
  const repair = await ended((sent.body as Batch).batchId);
  expect(repair).toMatchObject({
    repairs: batch.batchId,
    repair: { problems: 3, recognised: 2, solved: 2 },
    counts: { rows: 2, accepted: 2, rejected: 0 },
    links: { annotated: null },
  });
  expect((await batchOf(batch.batchId)).rejectedRows).toMatchObject({ open: 1, repaired: 2 });
  expect(repair.fileName).toContain("改正 2 行");
  const found = await city.json<{ items: readonly { documentNumber: string }[] }>(`/api/v1/publicity?item=${ITEM}`);
  expect(found.items.map(({ documentNumber }) => documentNumber)).toContain(file[1]?.["documentNumber"]);
  const after = await rowsOf(batch);
  expect(after.items.map(({ state, carriedBy }) => [state, carriedBy?.batchId])).toEqual([
    ["repaired", repair.batchId],
    ["repaired", repair.batchId],
    ["open", undefined],
  ]);
  expect((await rowsOf(batch, "?open=true")).items.map(({ row }) => row)).toEqual([5]);
});

test("a row that is refused again stands open in the batch of its correction only, with what was corrected so far", async () => {
  const { wrong, right } = slipped();
  const batch = await handIn([licence({ uscc: wrong, decisionDate: "26/3/5", validFrom: "2026-03-05" })]);
  const half = await ended(((await correct(batch, { 2: { [CODE]: right } })).body as Batch).batchId);
  expect(half.counts).toMatchObject({ rows: 1, rejected: 1 });
  expect((await batchOf(batch.batchId)).rejectedRows).toMatchObject({ open: 0, refusedAgain: 1 });
  const [row] = (await rowsOf(half)).items;
  expect([row?.row, row?.cells[CODE], row?.cells[DATE]]).toEqual([2, right, "26/3/5"]);
  expect(row?.findings.map(({ column }) => column)).toContain(DATE);
  expect(row?.findings.map(({ column }) => column)).not.toContain(CODE);

  const stale = await correct(batch, { 2: { [DATE]: "2026-03-05" } });
  expect(stale).toMatchObject({
    status: 409,
    body: { type: "/problems/ingest/row-not-open", rows: [{ row: 2, state: "refused-again", batchId: half.batchId }] },
  });
  const whole = await ended(((await correct(half, { 2: { [DATE]: "2026-03-05" } })).body as Batch).batchId);
  expect(whole.counts).toMatchObject({ rows: 1, accepted: 1 });
  expect((await batchOf(half.batchId)).rejectedRows).toMatchObject({ open: 0, repaired: 1 });
});

test("rows repaired by the annotated file are repaired for the grid, too, wherever they stood open", async () => {
  const { wrong, right } = slipped();
  const batch = await handIn([licence({ uscc: wrong }), licence({ uscc: "坏代码" })]);
  const annotated = (await city.annotated(batch)).toString("utf8");
  // First the second row is corrected in vain, so that it stands open in another batch by then.
  const vain = await ended(((await correct(batch, { 3: { [CODE]: "还是坏的" } })).body as Batch).batchId);
  expect(vain.rejectedRows).toMatchObject({ open: 1 });
  const file = annotated.replace(wrong, right).replace("坏代码", inventedUscc(59_001));
  const sent = await reporter.ask("POST", `/batches?item=${ITEM}`, file, { "content-type": "text/csv" });
  const later = await ended((sent.body as Batch).batchId);
  expect(later.counts).toMatchObject({ accepted: 2 });
  expect((await batchOf(batch.batchId)).rejectedRows).toMatchObject({ open: 0, repaired: 1, refusedAgain: 1 });
  expect((await batchOf(vain.batchId)).rejectedRows).toMatchObject({ open: 0, repaired: 1 });
  expect(await correct(vain, { 3: { [CODE]: inventedUscc(59_001) } })).toMatchObject({ status: 409 });
});

test("a row that cannot be repaired is explained by a standard answer, counts as open no more, and is opened again", async () => {
  const batch = await handIn([licence({ uscc: "坏代码" }), licence({ uscc: "坏代码" })]);
  const answers = (await reporter.ask("GET", "/row-answers")).body as { items: readonly { answer: string }[] };
  const answer = answers.items[0]?.answer ?? "";
  const said = { rows: [2], answer, words: "处罚决定书原文如此，联系电话13800138000" };
  const path = `/batches/${batch.batchId}`;
  const explained = await reporter.ask("POST", `${path}/explanations`, said);
  expect(explained).toMatchObject({ status: 201, body: { rows: 1, rejectedRows: { open: 1, explained: 1 } } });
  expect(await reporter.ask("POST", `${path}/explanations`, said)).toMatchObject({ status: 409 });
  expect(await correct(batch, { 2: { [CODE]: inventedUscc(59_100) } })).toMatchObject({ status: 409 });
  const [row] = (await rowsOf(batch)).items;
  expect(row).toMatchObject({ state: "explained", explanation: { answer } });
  expect(row?.explanation?.words).not.toContain("13800138000");
  const list = async (): Promise<string[]> => {
    const { body } = await reporter.ask("GET", "/batches?open=true&limit=200");
    return (body as { items: readonly Batch[] }).items.map(({ batchId }) => batchId);
  };
  expect(await list()).toContain(batch.batchId);
  await reporter.ask("POST", `${path}/explanations`, { ...said, rows: [3] });
  expect(await list()).not.toContain(batch.batchId);
  const reopened = await reporter.ask("POST", `${path}/reopenings`, { rows: [2, 3], words: "更正文书已到" });
  expect(reopened).toMatchObject({ status: 201, body: { rows: 2, rejectedRows: { open: 2, explained: 0 } } });
  expect(await reporter.ask("POST", `${path}/explanations`, { ...said, answer: "no-such-answer" })).toMatchObject({
    status: 400,
    body: { type: "/problems/ingest/unknown-answer" },
  });
});

test("what is not a rejected row, stands twice in a request, or is another body's is refused", async () => {
  const batch = await handIn([licence(), licence({ uscc: "坏代码" })]);
  expect(await correct(batch, { 2: { [CODE]: inventedUscc(59_200) } })).toMatchObject({
    status: 409,
    body: { type: "/problems/ingest/row-not-rejected", rows: [2] },
  });
  const cell = { column: CODE, value: inventedUscc(59_200) };
  const doubled = { rows: [3, 3].map((row) => ({ row, cells: [cell] })) };
  expect(await reporter.ask("POST", `/batches/${batch.batchId}/corrections`, doubled)).toMatchObject({ status: 400 });
  const other = await signedInAs(city, "reporter", "hs-water");
  for (const [method, part, body] of [
    ["GET", "rows", undefined],
    ["POST", "corrections", { rows: [{ row: 3, cells: [cell] }] }],
    ["POST", "explanations", { rows: [3], answer: "other", words: "不是我的" }],
  ] as const)
    expect([part, (await other.ask(method, `/batches/${batch.batchId}/${part}`, body)).status]).toEqual([part, 404]);
});

test("numbers of persons leave masked, of a row on a person all words; untouched cells go in again as they stand in the file", async () => {
  const number = inventedIdentityNumber(7);
  const batch = await handIn([
    licence({
      subjectName: "王样例",
      uscc: "",
      subjectCategory: "自然人",
      personDocumentType: "身份证",
      personDocumentNumber: number,
      legalRepresentative: "",
      decisionDate: "26/3/5",
      validFrom: "2026-03-05",
    }),
  ]);
  const [row] = (await rowsOf(batch)).items;
  const shown = JSON.stringify(row);
  expect(shown).not.toContain(number);
  expect(shown).not.toContain("王样例");
  expect(row?.masked).toContain(columnOfField(ITEM, "personDocumentNumber"));
  const repair = await ended(((await correct(batch, { 2: { [DATE]: "2026-03-05" } })).body as Batch).batchId);
  expect(repair.counts).toMatchObject({ rows: 1, held: 1, rejected: 0 });
});

test("the database itself refuses to explain what was taken, to change an explanation, or to see another body's", async () => {
  const batch = await handIn([licence(), licence({ uscc: "坏代码" })]);
  const attempt = (statement: string, scope = "all") =>
    city.database.app.transaction().execute(async (tx) => {
      await sql`SELECT set_config('mingxin.scope', ${scope}, true)`.execute(tx);
      return sql.raw(statement).execute(tx);
    });
  const act = (row: number, sequence = 1, by = "explain") =>
    `INSERT INTO row_explanations (batch_id, row_number, sequence, explanation_id, act, answer, words, at, actor)
     VALUES ('${batch.batchId}', ${row}, ${sequence}, '${batch.batchId}', '${by}', 'other', '测试', now(), 'tester')`;
  await expect(attempt(act(2))).rejects.toThrow(/row-level security/);
  await expect(attempt(act(3), "body:hs-water")).rejects.toThrow(/row-level security/);
  await expect(attempt(act(3, 2))).rejects.toThrow(/row_explanations_turns/);
  await attempt(act(3));
  await expect(attempt(act(3))).rejects.toThrow(/row_explanations_pkey/);
  const repair = (row: number) =>
    `INSERT INTO row_repairs VALUES ('${batch.batchId}', ${row}, gen_random_uuid(), 2, 'taken')`;
  await expect(attempt(repair(2))).rejects.toThrow(/row-level security/);
  await expect(attempt(repair(3), "body:hs-ecology")).rejects.toThrow(/row-level security/);
  for (const table of ["row_explanations", "row_repairs"]) {
    for (const statement of [`UPDATE ${table} SET row_number = 9`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(attempt(statement)).rejects.toThrow(/permission denied/);
    const seen = await attempt(`SELECT FROM ${table}`, "body:hs-water");
    expect(seen.rows).toEqual([]);
  }
});
