import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../../../kernel/time.ts";
import type { CellReader, Outcome } from "./reading.ts";
import { INVALID } from "./reading.ts";
import { choiceReader, choicesReader } from "./read-choice.ts";
import type { ChoicesField, CodeList, CodeValue } from "../../catalogue-item.ts";

const code = (value: string, more: Partial<CodeValue> = {}): CodeValue => ({
  value,
  label: { zh: value, en: `${value} en` },
  aliases: [],
  openEnded: false,
  validFrom: null,
  validTo: null,
  ...more,
});
const list: CodeList = {
  list: "kinds",
  title: { zh: "种类", en: "Kinds" },
  citation: { title: "示例", verified: false },
  values: [
    code("警告", { aliases: ["警示"] }),
    code("罚款"),
    code("没收甲、没收乙", { aliases: ["没收甲"], validTo: "2021-07-14" as LocalDate }),
    code("没收甲", { validFrom: "2021-07-15" as LocalDate }),
    code("没收乙", { validFrom: "2021-07-15" as LocalDate }),
    code("1", { label: { zh: "有效", en: "In force" } }),
    code("其他", { openEnded: true }),
  ],
};
const field: ChoicesField = {
  key: "kinds",
  type: "choices",
  title: list.title,
  help: list.title,
  group: "g",
  required: false,
  disclosure: "public",
  aliases: [],
  verified: false,
  standard: true,
  codes: "kinds",
  separators: ";；|\n",
  looseSeparators: "，,、/+ ",
};

function read(reader: CellReader, text: string): { outcome: Outcome; codes: readonly string[] } {
  const codes: string[] = [];
  const outcome = reader(text, "text", (finding) => codes.push(typeof finding === "string" ? finding : finding.code));
  return { outcome, codes };
}
const NEW = "2025-01-01" as LocalDate;
const OLD = "2019-01-01" as LocalDate;

describe("one value of a list", () => {
  test.each([
    ["警告", "警告", []],
    ["警 告", "警告", []],
    ["警示", "警告", ["choice-alias"]],
    ["警告 EN", "警告", ["choice-alias"]],
    ["有效", "1", []],
    ["１", "1", []],
    ["其他-占道", "其他-占道", []],
    ["其他：占道", "其他-占道", ["choice-explanation-form"]],
    ["其他（占道）", "其他-占道", ["choice-explanation-form"]],
    ["其他", INVALID, ["choice-explanation-missing"]],
    ["占道", INVALID, ["choice-unknown"]],
    ["警告-口头", INVALID, ["choice-unknown"]],
    ["没收甲、没收乙", INVALID, ["choice-not-on-date"]],
  ])("%s", (written, outcome, codes) => {
    expect(
      read(
        choiceReader(list, () => NEW),
        written,
      ),
    ).toEqual({ outcome, codes });
  });

  test("counts by the list of the day; an unknown day takes what any day has", () => {
    expect(
      read(
        choiceReader(list, () => OLD),
        "没收甲",
      ),
    ).toEqual({ outcome: "没收甲、没收乙", codes: ["choice-alias"] });
    expect(
      read(
        choiceReader(list, () => OLD),
        "没收乙",
      ),
    ).toEqual({ outcome: INVALID, codes: ["choice-not-on-date"] });
    expect(
      read(
        choiceReader(list, () => null),
        "没收乙",
      ),
    ).toEqual({ outcome: "没收乙", codes: [] });
  });
});

describe("several values in one cell", () => {
  test.each([
    ["警告;罚款", ["警告", "罚款"], []],
    ["警告；罚款", ["警告", "罚款"], ["choice-separators"]],
    ["警告、罚款", ["警告", "罚款"], ["choice-separators"]],
    ["警告 罚款", ["警告", "罚款"], ["choice-separators"]],
    ["罚款;罚款;", ["罚款"], ["choice-separators"]],
    ["警示;罚款", ["警告", "罚款"], ["choice-alias"]],
    ["没收甲、没收乙", ["没收甲", "没收乙"], ["choice-separators"]],
    ["罚款;其他-责令改正、限期治理", ["罚款", "其他-责令改正、限期治理"], []],
    ["警告;占道", INVALID, ["choice-unknown"]],
  ])("%s", (written, outcome, codes) => {
    expect(
      read(
        choicesReader(field, list, () => NEW),
        written,
      ),
    ).toEqual({ outcome, codes });
  });

  test("a value that holds a separator stays whole where the list of the day has it", () => {
    expect(
      read(
        choicesReader(field, list, () => OLD),
        "罚款;没收甲、没收乙",
      ),
    ).toEqual({ outcome: ["罚款", "没收甲、没收乙"], codes: [] });
  });
});
