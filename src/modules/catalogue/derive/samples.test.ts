import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../../kernel/time.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { compileJudge } from "./validator.ts";

const catalogue = await loadCatalogue(fileURLToPath(new URL("../../../../data", import.meta.url)));
const TODAY = "2026-11-24" as LocalDate;

describe.each(catalogue.items)("samples of $item", (item) => {
  test("there are at least five valid and five invalid ones", () => {
    const valid = item.samples.filter((sample) => sample.findings.length === 0);
    expect(valid.length).toBeGreaterThanOrEqual(5);
    expect(item.samples.length - valid.length).toBeGreaterThanOrEqual(5);
  });

  test.each(item.samples)("$name", (sample) => {
    const keys = Object.keys(sample.cells);
    const judge = compileJudge(
      catalogue,
      item,
      null,
      keys.map((field) => ({ field, header: field })),
      { today: TODAY },
    );
    const judged = judge(
      2,
      keys.map((key) => ({ text: sample.cells[key] ?? "", kind: "text" })),
    );
    expect(judged.findings.map((finding) => finding.code).toSorted()).toEqual(sample.findings.toSorted());
    expect(judged.ok).toBe(!judged.findings.some((finding) => finding.severity === "error"));
  });

  test("name nobody who exists: marked as examples, identity numbers of an area that does not exist", () => {
    const cells = item.samples.flatMap((sample) => Object.entries(sample.cells));
    const numbers = cells.filter(([key]) => key.endsWith("DocumentNumber"));
    expect(numbers.filter(([, value]) => !value.startsWith("990000"))).toEqual([]);
    const names = cells.filter(([key]) => key === "subjectName");
    expect(names.filter(([, value]) => !value.includes("示例"))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
  });
});
