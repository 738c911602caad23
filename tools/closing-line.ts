/**
 * Prints the closing line of .ci/run, "N passed, N failed, N skipped", from the JSON report that vitest wrote. A test file
 * that could not even be loaded has no tests in the report; it counts as one failure, so that it cannot hide.
 * Exit code 1 when something failed, when nothing ran, or when there is no report.
 */
import { readFileSync } from "node:fs";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Counts by the status of each test (vitest's JSON reporter: passed, failed, skipped, pending, todo, disabled). */
export function countTests(report: Report): Totals {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const file of report.testResults) {
    const ofFile = file.assertionResults.map(({ status }) => status);
    passed += ofFile.filter((status) => status === "passed").length;
    skipped += ofFile.filter((status) => status !== "passed" && status !== "failed").length;
    const broken = ofFile.filter((status) => status === "failed").length;
    failed += broken === 0 && file.status === "failed" ? 1 : broken;
  }
  return { passed, failed, skipped };
}

function readTotals(file: string): Totals {
  try {
    // The shape is vitest's JSON reporter, which follows jest's.
    return countTests(JSON.parse(readFileSync(file, "utf8")) as Report);
  } catch (cause) {
    process.stderr.write(`no test report: ${String(cause)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

if (import.meta.main) {
  const totals = readTotals(process.argv[2] ?? "");
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}
