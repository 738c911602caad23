/**
 * By which bodies are measured: rates with numerator and denominator, and what was stated about them at each month's end.
 * Owns `figure_statements`. Promises: a rate never stands without its parts and the rows behind it; a rate that has no source
 * is told as such, never as 0 or 100 %; a month's figures are frozen once, signed, and never changed: a correction is a
 * further statement that names the one before; whoever is measured may dispute a figure, and another decides.
 * Refuses: a rate of a person; a figure that sending the same rows again would move.
 */
export { registerDisputeRoutes } from "./disputes.routes.ts";
export { registerFigureRoutes } from "./figures.routes.ts";
export { registerStatementRoutes } from "./statements.routes.ts";
export { figureProblem } from "./figures.problems.ts";
export type { FiguresRuntime } from "./figures-runtime.ts";
export { dailyFreezing, freezeDueMonths } from "./freeze-figures.ts";
export { listStatements } from "./statements.store.ts";
export type { StatementSummary } from "./statement.ts";
export { figureSchemaFiles, loadFigureLaw, type FigureLaw } from "./rate-editions.ts";
