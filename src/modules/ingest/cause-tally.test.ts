import { describe, expect, test } from "vitest";
import { CauseTally, toMultirange } from "./cause-tally.ts";

const finding = (row: number, value = "x", severity: "error" | "change" = "error") => ({
  row,
  field: "f",
  column: "列",
  value,
  code: "c",
  severity,
  message: { zh: "错", en: "wrong" },
  remedy: { zh: "改", en: "fix" },
});

describe("causes of findings", () => {
  test("are bounded; what goes beyond is counted row by row under one more of its severity", () => {
    const tally = new CauseTally();
    const rows = 20_000;
    for (let row = 1; row <= rows; row++) {
      const told = { zh: `错${row}`, en: `wrong ${row}` };
      const kept = tally.add({ ...finding(row, String(row)), message: told });
      expect(kept?.cause).toBeLessThanOrEqual(501);
    }
    expect(tally.causes).toHaveLength(501);
    expect(tally.causes.at(-1)).toMatchObject({ code: "other", severity: "error", total: rows - 500 });
    expect(tally.causes.reduce((sum, cause) => sum + cause.total, 0)).toBe(rows);
  });

  test("are one group with all rows as runs, a total and a few samples, however many there are", () => {
    const tally = new CauseTally();
    for (let row = 2; row <= 100_001; row++) if (row !== 50_000) tally.add(finding(row, String(row)));
    expect(tally.causes).toMatchObject([
      {
        total: 99_999,
        ranges: [
          [2, 49_999],
          [50_001, 100_001],
        ],
      },
    ]);
    expect(tally.causes[0]?.samples).toHaveLength(10);
    expect(toMultirange(tally.causes[0]?.ranges ?? [])).toBe("{[2,49999],[50001,100001]}");
  });
  test("keep errors one by one, numbered within their row, and changes in the group only", () => {
    const tally = new CauseTally();
    expect(tally.add(finding(2))).toEqual({ row: 2, ordinal: 1, cause: 1, value: "x" });
    expect(tally.add({ ...finding(2), code: "d" })).toEqual({ row: 2, ordinal: 2, cause: 2, value: "x" });
    expect(tally.add(finding(3, "y", "change"))).toBeNull();
    expect(tally.add(finding(3))).toEqual({ row: 3, ordinal: 1, cause: 1, value: "x" });
  });
});
