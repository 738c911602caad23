import { expect, test } from "vitest";
import type { FormField } from "../../../../client/index.ts";
import { demandOf, keepable, nextRow, parseChoice, writeChoice } from "./entry.rules.ts";

const field = (over: Partial<FormField>): FormField => ({
  key: "uscc",
  role: null,
  title: { zh: "代码", en: "Code" },
  help: { zh: "", en: "" },
  required: false,
  forbidden: null,
  input: { control: "code", maxLength: 50 },
  ...over,
});
const semicolon = (): string => ";";

test("a field that must be blank is left out, one whose condition holds is required", () => {
  const code = field({
    required: { field: "category", in: ["法人及非法人组织"] },
    forbidden: { field: "category", in: ["自然人"] },
  });
  expect(demandOf(code, {}, semicolon)).toBe("optional");
  expect(demandOf(code, { category: "法人及非法人组织" }, semicolon)).toBe("required");
  expect(demandOf(code, { category: "自然人" }, semicolon)).toBe("left-out");
});

test("one of several ticked values is enough, an explained one counts as its base", () => {
  const amount = field({ required: { field: "kinds", in: ["罚款", "其他"] } });
  expect(demandOf(amount, { kinds: "警告;罚款" }, semicolon)).toBe("required");
  expect(demandOf(amount, { kinds: "其他-责令改正" }, semicolon)).toBe("required");
  expect(demandOf(amount, { kinds: "警告" }, semicolon)).toBe("optional");
});

test("an explained value is taken apart and put together again", () => {
  const options = [
    { value: "其他", openEnded: true },
    { value: "身份证", openEnded: false },
  ];
  expect(parseChoice("其他-军官证", options)).toEqual({ value: "其他", explanation: "军官证" });
  expect(parseChoice("身份证", options)).toEqual({ value: "身份证", explanation: "" });
  expect(writeChoice("其他", "军官证")).toBe("其他-军官证");
  expect(writeChoice("其他", " ")).toBe("其他");
});

test("a draft keeps everything but numbers of persons' papers", () => {
  const fields = [field({}), field({ key: "paper", input: { control: "secret", maxLength: 20 } })];
  expect(keepable(fields, { uscc: "9142", paper: "123456789012345678" })).toEqual({ uscc: "9142" });
});

test("the next row keeps who decided and reported, and nothing of the party", () => {
  const fields = [
    field({}),
    field({ key: "source", role: "source-name" }),
    field({ key: "sourceCode", role: "source-code" }),
  ];
  const body = { name: "示例局", uscc: "11420200" };
  expect(nextRow(fields, {}, body)).toEqual({ source: "示例局", sourceCode: "11420200" });
  expect(nextRow(fields, { uscc: "9142", source: "另一示例局" }, body)).toEqual({
    source: "另一示例局",
    sourceCode: "11420200",
  });
});
