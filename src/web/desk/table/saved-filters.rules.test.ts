import { expect, test } from "vitest";
import { fromKept, isSameFilter, toKept, withFilter } from "./saved-filters.rules.ts";

test("a filter survives being kept, whatever its name", () => {
  for (const name of ["本月逾期", "a\nb", "=1+1"]) {
    const kept = fromKept(toKept({ name, search: "item=x&from=2026-01" }));
    expect(kept).toEqual({ name: name.replace("\n", " "), search: "item=x&from=2026-01" });
  }
  expect(fromKept("nothing")).toBeNull();
});

test("two filters are the same in whatever order their conditions stand, and empty ones do not count", () => {
  expect(isSameFilter("?a=1&b=2&c=", "b=2&a=1")).toBe(true);
  expect(isSameFilter("?a=1", "?a=2")).toBe(false);
});

test("a filter of a known name replaces the one before", () => {
  const saved = withFilter([{ name: "b", search: "x=1" }], { name: "a", search: "x=2" });
  expect(withFilter(saved, { name: "b", search: "x=3" })).toEqual([
    { name: "a", search: "x=2" },
    { name: "b", search: "x=3" },
  ]);
});
