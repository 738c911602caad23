import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { columnLetters, edited, reportWorkbook } from "../fixtures/files/report-workbook.ts";
import { unzip } from "../fixtures/files/unzip.ts";
import { columnOfField, inventedUscc } from "../fixtures/report-files.ts";

const ITEM = "administrative-licence";
const CODE = columnLetters(columnOfField(ITEM, "uscc"));
const DATE = columnLetters(columnOfField(ITEM, "decisionDate"));
const SHEET = "xl/worksheets/sheet1.xml";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

/** The cell at a reference with all that stands in it. */
function cell(sheet: string | undefined, reference: string): string {
  return new RegExp(`<c r="${reference}"[^>]*?(/>|>.*?</c>)`, "s").exec(sheet ?? "")?.[0] ?? "";
}

function swapped(code: string): string {
  return code.slice(0, 9) + code.charAt(10) + code.charAt(9) + code.slice(11);
}

test("a workbook comes back with its bad cells marked; corrected in place, exactly those rows enter", async () => {
  const [good, swap] = [inventedUscc(31), inventedUscc(40_332)];
  const file = reportWorkbook(ITEM, [
    { subjectName: "黄石示例一号商贸有限公司（示例）", uscc: good, documentNumber: "黄示许〔2026〕101号" },
    { subjectName: "黄石示例二号商贸有限公司（示例）", uscc: swapped(swap), documentNumber: "黄示许〔2026〕102号" },
    {
      subjectName: "黄石示例三号商贸有限公司（示例）",
      uscc: inventedUscc(33),
      documentNumber: "黄示许〔2026〕103号",
      decisionDate: "26/3/5",
      validFrom: "2026-03-05",
    },
    { subjectName: "=HYPERLINK(1)", uscc: inventedUscc(34), documentNumber: "" },
  ]);
  const first = await city.report(ITEM, file, { fileName: "三月.xlsx" });
  expect(first.counts).toMatchObject({ rows: 4, accepted: 1, rejected: 3 });
  expect(first.links.annotated).toBe(`/api/v1/batches/${first.batchId}/annotated`);

  const annotated = await city.annotated(first);
  const parts = await unzip(annotated);
  const sheet = parts.get(SHEET);
  const styles = parts.get("xl/styles.xml") ?? "";
  const bad = Number(/ s="(\d+)"/.exec(cell(sheet, `${CODE}3`))?.[1]);
  const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*>/g)].map(([xml]) => xml);
  expect(formats[bad]).toContain('numFmtId="49"');
  expect(formats[bad]).toContain('fillId="2"');
  expect(cell(sheet, `${CODE}2`)).toContain(' s="1"');
  expect(parts.get("xl/comments1.xml")).toContain(`ref="${CODE}3"`);
  expect(parts.get("xl/comments1.xml")).toContain(`ref="${DATE}4"`);
  expect(parts.get("xl/comments1.xml")).toContain("2026-03-05");
  expect(
    [...(parts.get("xl/drawings/vmlDrawing1.vml") ?? "").matchAll(/ObjectType="Note"/g)].length,
  ).toBeGreaterThanOrEqual(3);
  expect(sheet).toContain("问题与改正");
  expect(sheet).toContain("明信行标识（请勿改动）");
  expect(sheet).toMatch(/<col [^>]*hidden="1"/);
  expect(sheet).toContain("已入库");
  expect(parts.get("xl/workbook.xml")).toContain('name="问题汇总"');
  expect(parts.get("xl/worksheets/sheet2.xml")).toContain("日期");

  const corrected = await edited(annotated, (name, content) => {
    if (name !== SHEET) return content;
    const text = (value: string): string => `<is><t>${value}</t></is>`;
    return content.replace(text(swapped(swap)), text(swap)).replace(text("26/3/5"), text("2026-03-05"));
  });
  const second = await city.report(ITEM, corrected);
  expect(second.counts).toMatchObject({ rows: 4, accepted: 2, duplicates: 1, rejected: 1 });
  expect(second.repairs).toBe(first.batchId);
  expect(second.repair).toEqual({ problems: 3, recognised: 3, solved: 2 });
  expect(second.notes).toEqual([]);

  const again = await unzip(await city.annotated(second));
  expect(again.get(SHEET)?.match(/问题与改正/g)).toHaveLength(1);
  expect(cell(again.get(SHEET), `${CODE}3`)).not.toContain(`s="${bad}"`);
  expect(again.get("xl/comments1.xml")).not.toContain(`ref="${CODE}3"`);
  expect([...(again.get("xl/workbook.xml") ?? "").matchAll(/<sheet /g)]).toHaveLength(2);
});
