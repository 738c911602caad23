import { expect, test } from "vitest";
import { isQuestionable, readLine, type TypedLine } from "./monthly-form.rules.ts";

const typed = (change: Partial<TypedLine>): TypedLine => ({
  item: "x",
  produced: "5",
  ownSite: "4",
  basis: "",
  basisWords: "",
  ...change,
});
const read = (change: Partial<TypedLine>, filed: number) =>
  readLine(typed(change), filed, (basis) => basis === "other");

test("a line is whole with numbers that hold, and a basis where some were not reported", () => {
  expect(read({}, 5)).toEqual({ item: "x", produced: 5, ownSite: 4, basis: null, basisWords: null });
  expect(read({}, 4)).toBeNull();
  expect(read({ basis: "not-served" }, 4)).toMatchObject({ basis: "not-served", basisWords: null });
  expect(read({ basis: "other" }, 4)).toBeNull();
  expect(read({ basis: "other", basisWords: " 说明 " }, 4)).toMatchObject({ basisWords: "说明" });
  expect(read({ ownSite: "6" }, 5)).toBeNull();
  expect(read({ produced: "-1" }, 0)).toBeNull();
});

test("fewer produced than received is asked about; a number that is not typed yet is not", () => {
  expect(isQuestionable(typed({}), 6)).toBe(true);
  expect(isQuestionable(typed({}), 5)).toBe(false);
  expect(isQuestionable(typed({ produced: "" }), 6)).toBe(false);
});
