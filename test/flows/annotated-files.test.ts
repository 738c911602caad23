import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { edited, tableWorkbook } from "../fixtures/files/report-workbook.ts";
import { unzip } from "../fixtures/files/unzip.ts";
import { inventedIdentityNumber, inventedUscc, reportCsv, reportTable } from "../fixtures/report-files.ts";

const ITEM = "administrative-licence";
const REAL = process.env["MINGXIN_REAL_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data/real");

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

const firm = (serial: number, others: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  subjectName: `黄石示例${serial}号商贸有限公司（示例）`,
  uscc: inventedUscc(serial),
  documentNumber: `黄示许〔2026〕${serial}号`,
  ...others,
});

function misread(code: string): string {
  return code.slice(0, 10) + code.charAt(11) + code.charAt(10) + code.slice(12);
}

test("a CSV comes back with the register's proposal; corrected in place, only the repaired row enters", async () => {
  const known = inventedUscc(50_201);
  await city.report(ITEM, reportCsv(ITEM, [firm(50_201)]));
  const first = await city.report(
    ITEM,
    reportCsv(ITEM, [firm(202), firm(203, { subjectName: firm(50_201)["subjectName"] ?? "", uscc: misread(known) })]),
  );
  expect(first.counts).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  const annotated = (await city.annotated(first)).toString("utf8");
  const [header = "", good = "", bad = ""] = annotated.split("\r\n");
  expect(header).toMatch(/,问题与改正,改正建议,明信行标识（请勿改动）$/);
  expect(good).toMatch(/,已入库,,$/);
  expect(bad).toContain(`${known}（登记库中有此代码且名称相符）`);
  const second = await city.report(ITEM, annotated.replace(misread(known), known));
  expect(second.counts).toMatchObject({ rows: 2, accepted: 1, duplicates: 1, rejected: 0 });
  expect(second.repairs).toBe(first.batchId);
  expect(second.repair).toEqual({ problems: 1, recognised: 1, solved: 1 });
  expect((await city.annotated(second)).toString("utf8")).toContain("问题与改正");
});

test("a name that contradicts its code waits, is told the code's name, and goes on waiting when it comes back unchanged", async () => {
  await city.report(ITEM, reportCsv(ITEM, [firm(301)]));
  const first = await city.report(
    ITEM,
    reportCsv(ITEM, [firm(302, { uscc: inventedUscc(301), subjectName: "大冶样例矿业有限公司（示例）" })]),
  );
  expect(first.counts).toMatchObject({ review: 1 });
  const annotated = (await city.annotated(first)).toString("utf8");
  expect(annotated).toContain("该代码登记的名称是“黄石示例301号商贸有限公司（示例）”");
  const second = await city.report(ITEM, annotated);
  expect(second.counts).toMatchObject({ rows: 1, duplicates: 1 });
  expect(second.repair).toEqual({ problems: 1, recognised: 1, solved: 0 });
  expect((await city.annotated(second)).toString("utf8")).not.toContain("已入库");
});

test("a sole trader's and a person's name are proposed to nobody", async () => {
  const trader = inventedUscc(401).replace(/^91/, "92");
  const code = fixCheck(trader);
  await city.report(
    ITEM,
    reportCsv(ITEM, [firm(401, { subjectName: "张示例", uscc: code, subjectCategory: "个体工商户" })]),
  );
  const receipt = await city.report(
    ITEM,
    reportCsv(ITEM, [firm(402, { subjectName: "李样例", uscc: code, subjectCategory: "个体工商户" })]),
  );
  expect((await city.annotated(receipt)).toString("utf8")).not.toContain("张示例");
});

test("NDJSON comes back with members more in every object; the same lines again change nothing", async () => {
  const [header = [], ...rows] = reportTable(ITEM, [firm(501), firm(502, { decisionDate: "26/3/5" })]);
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [header[at] ?? "", cell]))));
  const first = await city.report(ITEM, lines.join("\n"));
  expect(first.counts).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  const annotated = (await city.annotated(first)).toString("utf8");
  const objects = annotated
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(objects[0]).toMatchObject({ 问题与改正: "已入库", "明信行标识（请勿改动）": "" });
  expect(objects[1]).toMatchObject({ 改正建议: "2026-03-05" });
  const second = await city.report(ITEM, annotated.replace("26/3/5", "2026-03-05"));
  expect(second.counts).toMatchObject({ rows: 2, accepted: 1, duplicates: 1 });
  expect(second.repair).toMatchObject({ solved: 1 });
});

test("a file without problems comes back as it is; persons are neither marked as filed nor proposed for", async () => {
  const clean = reportCsv(ITEM, [firm(601)]);
  const receipt = await city.report(ITEM, clean);
  expect((await city.annotated(receipt)).toString("utf8")).toBe(clean);
  const person = await city.report(
    ITEM,
    reportCsv(ITEM, [
      firm(602, {
        subjectName: "王样例",
        uscc: "",
        subjectCategory: "自然人",
        personDocumentType: "身份证",
        personDocumentNumber: inventedIdentityNumber(1),
        legalRepresentative: "",
      }),
    ]),
  );
  expect(person.counts).toMatchObject({ held: 1 });
  expect((await city.annotated(person)).toString("utf8")).toContain("【待人工确认】");
});

test("what cannot be annotated is refused in words, and only the administrator may ask", async () => {
  const refused = await city.report(ITEM, "这不是表格");
  expect(refused.links.annotated).toBeNull();
  const answer = await city.get(`/api/v1/batches/${refused.batchId}/annotated`, { asAdministrator: true });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ type: "/problems/ingest/not-annotatable" });
  expect((await city.get(`/api/v1/batches/${refused.batchId}/annotated`)).status).toBe(401);
});

test("the workbook of the report is streamed and names causes, rows and remedies", async () => {
  const receipt = await city.report(ITEM, reportCsv(ITEM, [firm(701, { decisionDate: "26/3/5", remarks: "=1+1" })]));
  const response = await city.get(`/api/v1/batches/${receipt.batchId}/errors?format=xlsx`, { asAdministrator: true });
  const parts = await unzip(new Uint8Array(await response.arrayBuffer()));
  expect(parts.get("xl/workbook.xml")).toContain('name="按原因汇总"');
  expect(parts.get("xl/worksheets/sheet2.xml")).toContain("26/3/5");
  expect([...parts.values()].join("")).not.toContain("<f>");
});

describe("the regulator's real file", () => {
  const CORRECTED = [inventedUscc(901), inventedUscc(902)] as const;

  test("as CSV: both bad rows are shown; corrected in place exactly they enter", async ({ skip }) => {
    const file = await readFile(`${REAL}/licences_nmpa_2021_gb18030_crlf.csv`).catch(() => null);
    if (!file) return skip(`no real data in ${REAL}; set MINGXIN_REAL_DATA`);
    const first = await city.report(ITEM, file, { source: "nmpa" });
    expect(first.counts).toMatchObject({ rows: 135, rejected: 2 });
    const annotated = await city.annotated(first);
    const decoder = new TextDecoder("gb18030", { fatal: true });
    const text = decoder.decode(annotated);
    expect(text.match(/【错误，未入库】/g)).toHaveLength(2);
    expect(text).toContain("uscc-length");
    expect(text).toContain("uscc-is-registration-number");
    const bad = await badCodes(city, first);
    const corrected = replaceBytes(annotated, bad, CORRECTED);
    const second = await city.report(ITEM, corrected, { source: "nmpa" });
    expect(second.counts).toMatchObject({ rows: 135, accepted: 2, duplicates: 133, rejected: 0 });
    expect(second.repair).toEqual({ problems: 2, recognised: 2, solved: 2 });
  });

  test("as XLSX: the same", async ({ skip }) => {
    const other = await startCity();
    onTestFinished(() => other.stop());
    const file = await readFile(`${REAL}/licences_nmpa_2021.csv`, "utf8").catch(() => null);
    if (file === null) return skip(`no real data in ${REAL}; set MINGXIN_REAL_DATA`);
    const first = await other.report(ITEM, tableWorkbook(parseCsv(file)), { source: "nmpa" });
    expect(first.counts).toMatchObject({ rows: 135, rejected: 2 });
    const bad = await badCodes(other, first);
    const annotated = await other.annotated(first);
    const parts = await unzip(annotated);
    expect([...(parts.get("xl/comments1.xml") ?? "").matchAll(/<comment /g)]).toHaveLength(2);
    const codes = [inventedUscc(903), inventedUscc(904)];
    const corrected = await edited(annotated, (name, content) =>
      name === "xl/worksheets/sheet1.xml"
        ? bad.reduce((xml, code, at) => xml.replace(`<t>${code}</t>`, `<t>${codes[at] ?? ""}</t>`), content)
        : content,
    );
    const second = await other.report(ITEM, corrected, { source: "nmpa" });
    expect(second.counts).toMatchObject({ rows: 135, accepted: 2, duplicates: 133, rejected: 0 });
    expect(second.repair).toEqual({ problems: 2, recognised: 2, solved: 2 });
  });
});

async function badCodes(where: TestCity, receipt: Receipt): Promise<string[]> {
  const { errors } = await where.errors(receipt);
  return errors.filter((error) => error.severity === "error").map((error) => error.value);
}

function replaceBytes(file: Buffer, from: readonly string[], to: readonly string[]): Buffer {
  let text = file.toString("latin1");
  for (const [at, code] of from.entries()) text = text.replace(code, to[at] ?? "");
  return Buffer.from(text, "latin1");
}

function parseCsv(text: string): string[][] {
  return [...text.matchAll(/((?:"(?:[^"]|"")*"|[^,"\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^,"\r\n]*))*)(?:\r\n|\n|$)/g)]
    .map(([, line = ""]) => line)
    .filter((line) => line !== "")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
      ),
    );
}

/** The code with its last character put right. */
function fixCheck(code: string): string {
  const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((all, weight, at) => all + signs.indexOf(code.charAt(at)) * weight, 0);
  return code.slice(0, 17) + (signs[(31 - (sum % 31)) % 31] ?? "");
}
