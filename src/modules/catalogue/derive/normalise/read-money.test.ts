import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesOfHeader, readMoney } from "./read-money.ts";

const TEN_THOUSAND_YUAN = 6;
const YUAN = 2;

describe("amounts", () => {
  test.each([
    ["0.2", 200_000, "canonical", "bare"],
    ["5", 5_000_000, "canonical", "bare"],
    ["0.000001", 1, "canonical", "bare"],
    ["0.07", 70_000, "canonical", "bare"],
    ["1,000.50", 1_000_500_000, "amount-form", "bare"],
    ["2000元", 200_000, "amount-form", "own"],
    ["2,000.00 元整", 200_000, "amount-form", "own"],
    ["人民币2000元", 200_000, "amount-form", "own"],
    ["￥2000元", 200_000, "amount-form", "own"],
    ["０．２万元", 200_000, "amount-form", "own"],
    ["0.2万", 200_000, "amount-form", "own"],
    ["1.5亿元", 15_000_000_000, "amount-form", "own"],
    ["0", 0, "canonical", "bare"],
  ])("%s", (written, cents, form, unit) => {
    expect(readMoney(written, "text", TEN_THOUSAND_YUAN)).toEqual({ cents, form, unit });
  });

  test.each([
    ["两千元", "amount-not-a-number"],
    ["1,00", "amount-not-a-number"],
    ["1.000,50", "amount-not-a-number"],
    ["2e3", "amount-not-a-number"],
    ["约2000", "amount-not-a-number"],
    ["-1", "amount-negative"],
    ["0.0000001", "amount-too-precise"],
    ["0.001元", "amount-too-precise"],
    ["99999999999999", "amount-too-large"],
  ])("%s is no amount", (written, fault) => {
    expect(readMoney(written, "text", TEN_THOUSAND_YUAN)).toEqual({ fault });
  });

  test("a numeric cell's binary noise is rounded off, a text's is not", () => {
    expect(readMoney("0.30000000000000004", "number", TEN_THOUSAND_YUAN)).toMatchObject({ cents: 300_000 });
    expect(readMoney("0.30000000000000004", "text", TEN_THOUSAND_YUAN)).toEqual({ fault: "amount-too-precise" });
    expect(readMoney("0.1234567", "number", TEN_THOUSAND_YUAN)).toEqual({ fault: "amount-too-precise" });
  });

  test("a header names the unit", () => {
    expect(placesOfHeader("罚款金额（元）")).toBe(YUAN);
    expect(placesOfHeader("罚款金额（万元）")).toBe(TEN_THOUSAND_YUAN);
    expect(placesOfHeader("CF_NR_FK")).toBeNull();
  });

  test("every amount in whole 分 comes back from yuan and from 万元", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        const yuan = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
        const tenThousand = `${Math.trunc(cents / 1_000_000)}.${String(cents % 1_000_000).padStart(6, "0")}`;
        expect(readMoney(yuan, "text", YUAN)).toMatchObject({ cents });
        expect(readMoney(tenThousand, "text", TEN_THOUSAND_YUAN)).toMatchObject({ cents });
        expect(readMoney(`${yuan}元`, "text", TEN_THOUSAND_YUAN)).toMatchObject({ cents });
      }),
    );
  });
});
