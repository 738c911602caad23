import { expect, test } from "vitest";
import { csvOf } from "./table-file.ts";
import { xlsxOf } from "./xlsx-file.ts";

const TABLE = {
  title: "报送记录 [2026]",
  header: ["文件", "行数"],
  rows: [
    ['=HYPERLINK("http://x","y")', 3],
    ['a "quoted", one\nwith a line', null],
    ["-1+1", -1],
    ["<b>&", 0],
  ] as const,
};

test("a CSV begins with the mark of UTF-8, and no cell of it runs as a formula", () => {
  expect(csvOf(TABLE)).toBe(
    "\uFEFF文件,行数\r\n" +
      '"\'=HYPERLINK(""http://x"",""y"")",3\r\n' +
      '"a ""quoted"", one\nwith a line",\r\n' +
      "'-1+1,-1\r\n<b>&,0\r\n",
  );
});

test("texts of a workbook are inline strings, numbers are numbers, and the same table makes the same bytes", () => {
  const workbook = xlsxOf(TABLE);
  const text = new TextDecoder().decode(workbook);
  expect(text.startsWith("PK\u0003\u0004")).toBe(true);
  expect(text).toContain(
    '<c r="A2" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)</t>',
  );
  expect(text).toContain('<c r="B4"><v>-1</v></c>');
  expect(text).toContain("&lt;b&gt;&amp;");
  expect(text).toContain('<sheet name="报送记录  2026"');
  expect(text).not.toContain("<f>");
  expect(xlsxOf(TABLE)).toEqual(workbook);
});
