import { describe, expect, test } from "vitest";
import { matchHeader, type HeaderExpectation } from "./header.rules.ts";
import type { RawRow } from "./raw-row.ts";

const FIELDS: Readonly<Record<string, string>> = {
  行政相对人名称: "name",
  xkxdrmc: "name",
  行政相对人代码统一社会信用代码: "uscc",
  行政相对人代码工商注册号: "registration",
  决定日期: "date",
  罚款金额: "fine",
  处罚类别1: "kinds",
  处罚类别2: "kinds",
};
const fold = (header: string) =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
const expectation: HeaderExpectation = {
  find: (header) =>
    FIELDS[fold(header)] ? { field: FIELDS[fold(header)] ?? "" } : fold(header) === "备用" ? "ignored" : null,
  several: new Set(["kinds"]),
  examples: [],
};
const rows = (lines: readonly (readonly string[])[]): RawRow[] =>
  lines.map((line, at) => ({
    row: at + 1,
    cells: line.map((text) => ({ text, kind: text === "" ? "empty" : "text" })),
  }));
const match = (lines: readonly (readonly string[])[]) => matchHeader(rows(lines), expectation);
const fields = (lines: readonly (readonly string[])[]) => {
  const found = match(lines);
  return found.kind === "found" ? found.columns.map((column) => column.field) : found;
};

describe("a header", () => {
  test("is known whatever its spaces, line breaks, brackets, required marks and units", () => {
    expect(
      fields([
        ["*行政相对人\n名称", "决定日期（必填）", "罚款金额（万元）", "罚款金额", "x"].filter((_, at) => at !== 3),
      ]),
    ).toEqual(["name", "date", "fine", null]);
    expect(fields([["行政相对人名称", "罚款金额（单位：元）", "决定日期[选填]"]])).toEqual(["name", "fine", "date"]);
  });

  test("keeps its unit in the column's header", () => {
    expect(match([["行政相对人名称", "罚款金额（万元）"]])).toMatchObject({
      columns: [{}, { header: "罚款金额（万元）", field: "fine" }],
    });
  });

  test("may lie below title lines and have two levels with merged cells above", () => {
    const lines = [
      ["行政处罚信息表", "", "", ""],
      ["行政相对人名称", "行政相对人代码", "", "决定日期"],
      ["", "统一社会信用代码", "工商注册号", ""],
      ["甲公司", "1", "2", "2020-01-01"],
    ];
    expect(match(lines)).toMatchObject({ kind: "found", firstRow: 2, lastRow: 3, rowsUsed: 3 });
    expect(fields(lines)).toEqual(["name", "uscc", "registration", "date"]);
  });

  test("of one level is not joined with the title above or the data below", () => {
    expect(
      match([
        ["信息表", ""],
        ["行政相对人名称", "决定日期"],
        ["甲", "乙"],
      ]),
    ).toMatchObject({ firstRow: 2, lastRow: 2, rowsUsed: 2 });
  });

  test("names unknown columns, but not ignored ones and running numbers", () => {
    expect(match([["序号", "行政相对人名称", "决定日期", "备用", "心情"]])).toMatchObject({ unknown: ["心情"] });
  });

  test("with two columns for one field is a fault that names both, unless the field takes several", () => {
    expect(match([["行政相对人名称", "XK_XDR_MC", "决定日期"]])).toEqual({
      kind: "duplicate",
      row: 1,
      first: "行政相对人名称",
      second: "XK_XDR_MC",
    });
    expect(fields([["行政相对人名称", "处罚类别1", "处罚类别2"]])).toEqual(["name", "kinds", "kinds"]);
  });

  test("is not found where fewer than two columns or a third of them are known", () => {
    expect(
      match([
        ["a", "b"],
        ["行政相对人名称", "b"],
      ]),
    ).toEqual({ kind: "not-found", bestRow: 2, found: 1 });
    expect(match([["行政相对人名称", "决定日期", "a", "b", "c", "d", "e"]])).toMatchObject({
      kind: "not-found",
      found: 2,
    });
    expect(match([])).toMatchObject({ kind: "not-found", found: 0 });
  });
});
