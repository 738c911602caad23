/**
 * What each body owes and what of it is there (全覆盖): the coverage matrix, zero reports, the monthly tables of double
 * publicity, and random samples compared with the decision documents.
 * Owns `zero_reports`, `monthly_tables` with their lines, `samples` with their rows and checks. Promises: a figure equals
 * the rows behind it; what was reported is counted and never typed; a draw can be done again by anybody; nothing is changed,
 * a further row follows. Refuses: a zero report where decisions are on file (the database holds it), a table signed by who
 * made it, the sight of another body's obligations.
 */
export { loadCoverageAnswers, type CoverageAnswers } from "./coverage-answers.ts";
export type { CoverageRuntime } from "./coverage-runtime.ts";
export { coverageProblem } from "./coverage.problems.ts";
export { ownSiteRate, reportRate, type Rate } from "./coverage.rules.ts";
export { registerCoverageRoutes } from "./coverage.routes.ts";
export { checkSampleRow } from "./check-sample-row.ts";
export { drawSample } from "./draw-sample.ts";
export { makeMonthlyTable } from "./make-monthly-table.ts";
export { reportZero } from "./report-zero.ts";
export { hasSamples } from "./samples.store.ts";
export { listDutiesDue } from "./list-duties-due.ts";
export { listMonthlyFigures, readMonthlyTables, type MonthlyFigure } from "./read-monthly-tables.ts";
export { readCoverage, type CoverageCell } from "./read-coverage.ts";
