import { expect, test } from "vitest";
import { MODULES } from "../boundaries.mjs";
import { misorderedLines } from "./check-boundaries.ts";

test("accepts the module map of this repository", () => {
  expect(misorderedLines(MODULES)).toEqual([]);
});

test("refuses a line that names a module below it, itself, or one that does not exist", () => {
  const faults = misorderedLines({ above: ["below"], below: ["above", "below"], other: ["nowhere"] });
  expect(faults).toHaveLength(3);
  expect(faults[0]).toContain("above names below");
});
