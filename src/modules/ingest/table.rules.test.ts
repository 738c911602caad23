import { expect, test } from "vitest";
import { matchHeader, type HeaderExpectation } from "./header.rules.ts";
import type { RawRow } from "./raw-row.ts";
import { lineClassifier } from "./table.rules.ts";

const KNOWN: Readonly<Record<string, string>> = {
  名称: "name",
  NAME: "name",
  代码: "code",
  CODE: "code",
  金额: "amount",
  AMOUNT: "amount",
};
const expectation: HeaderExpectation = {
  find: (header) => (KNOWN[header] ? { field: KNOWN[header] } : null),
  several: new Set(),
  examples: [],
};
const row = (number: number, ...texts: string[]): RawRow => ({
  row: number,
  cells: texts.map((text) => ({ text, kind: text === "" ? "empty" : "text" })),
});
const header = matchHeader([row(1, "序号", "名称", "代码", "金额", "", "")], expectation);
if (header.kind !== "found") throw new Error("the fixture's header must be found");
const classify = lineClassifier(header, expectation);

test.each([
  ["data", ["1", "合计科技有限公司", "9142", "3"]],
  ["data", ["", "总计", "某街道", ""]],
  ["data", ["", "注册商标代理行", "", ""]],
  ["data", ["1", "名称", "9142", "3"]],
  ["blank", ["", " ", "\u3000"]],
  ["blank", ["    ", "\u3000\u3000\u3000\u3000", "\u00A0    ", "    "]],
  ["repeated-header", ["序号", "名称", "代码", "金额"]],
  ["repeated-header", ["", "NAME", "CODE", "AMOUNT"]],
  ["total", ["合 计", "", "2件", "1,200.50"]],
  ["total", ["", "总计：", "", "3"]],
  ["remark", ["填表人：某某", "", "审核人：某某", "2099-01-01"]],
  ["remark", ["注：本表由示例单位填报"]],
] as const)("a line is %s: %j", (kind, texts) => {
  expect(classify(row(9, ...texts))).toBe(kind);
});

test("a line of column numbers counts as such only right below the header", () => {
  expect(classify(row(2, "甲", "乙", "1", "2"))).toBe("column-numbers");
  expect(classify(row(9, "1", "2", "3"))).toBe("data");
});
