import { expect, test } from "vitest";
import { countTests } from "./closing-line.ts";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test("counts tests by their status over all files", () => {
  const report = { testResults: [file("passed", "passed", "skipped", "todo"), file("failed", "passed", "failed")] };
  expect(countTests(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test("counts a file that could not be loaded as one failure", () => {
  expect(countTests({ testResults: [file("failed")] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("counts a file whose hooks failed although its tests passed", () => {
  expect(countTests({ testResults: [file("failed", "passed")] })).toEqual({ passed: 1, failed: 1, skipped: 0 });
});
