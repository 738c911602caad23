import { expect, test } from "vitest";
import { signed, standingOf } from "./live.rules.ts";

const frozen = { rate: "timeliness", body: "hs-ecology", item: "administrative-penalty", numerator: 7, denominator: 9 };

test("a frozen figure stands beside the live one of the same rate, body and item", () => {
  const later = { ...frozen, numerator: 8, denominator: 12 };
  const others = [
    { ...later, rate: "compliance" },
    { ...later, body: null },
    { ...later, item: "another" },
  ];
  expect(standingOf(frozen, [...others, later], false)).toEqual({ kind: "changed", numerator: 1, denominator: 3 });
  expect(standingOf(frozen, [frozen], false)).toEqual({ kind: "same" });
  expect(standingOf(frozen, others, false)).toEqual({ kind: "gone" });
  expect(standingOf(frozen, others, true)).toEqual({ kind: "hidden" });
  expect([2, 0, -3].map(signed)).toEqual(["+2", "±0", "−3"]);
});
