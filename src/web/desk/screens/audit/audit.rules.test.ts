import { expect, test } from "vitest";
import { conditionsOf, factsOf } from "./audit.rules.ts";

test("empty and unknown conditions of an address are none", () => {
  const asked = new URLSearchParams("actor=&body=hs-ecology&action=%20ingest/%20&page=2");
  expect(conditionsOf(asked)).toEqual({ body: "hs-ecology", action: "ingest/" });
});

test("the facts of an entry stand on one line, texts as they are", () => {
  expect(factsOf({ item: "许可", rows: 3, roles: ["reporter"], none: null })).toBe(
    'item: 许可, rows: 3, roles: ["reporter"], none: null',
  );
  expect(factsOf({})).toBe("");
});
