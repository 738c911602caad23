import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { DIVISIONS_SCHEMA, parseDivisions } from "./divisions.ts";

const DATA = path.resolve(import.meta.dirname, "../../../../data");
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(DATA, file), "utf8"));

test("the shipped divisions are whole and name Huangshi with its counties", () => {
  const { divisions } = parseDivisions(read("divisions.json"));
  const under = divisions.filter((division) => division.parent === "420200").map((division) => division.name.zh);
  expect(under).toEqual(expect.arrayContaining(["黄石港区", "西塞山区", "下陆区", "铁山区", "阳新县", "大冶市"]));
  expect(divisions.filter((division) => division.parent === "420281")).toHaveLength(18);
});

test("a division that stands twice or has no parent is refused", () => {
  const place = {
    code: "420281",
    name: { zh: "大冶市", en: "Daye" },
    parent: "420200",
    standard: true,
    verified: true,
  };
  const file = { citation: { title: "GB/T 2260", verified: true }, divisions: [place, place] };
  expect(() => parseDivisions(file)).toThrow(/stands twice[\s\S]*no division 420200/);
  expect(() => parseDivisions({ divisions: [] })).toThrow(/citation/);
});

test("the schema file says what the reader checks", () => {
  expect(read("divisions.schema.json")).toEqual(JSON.parse(JSON.stringify(DIVISIONS_SCHEMA)));
});
