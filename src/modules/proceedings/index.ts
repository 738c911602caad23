/**
 * Whatever takes more than one step or person: states, acts, who may take them, and what happened.
 * Owns `proceedings` and `proceeding_events`. Promises: every step is an event with actor and reason, written with its
 * effect; where a procedure asks for four eyes, the database refuses a decision by whoever opened it. Refuses: an act that
 * the procedure (data/procedures) does not foresee in that state.
 */
export { loadProcedures, type Procedure } from "./procedure.ts";
export { allowedActs, isOverdue } from "./proceeding.rules.ts";
export { proceedingProblem } from "./proceedings.problems.ts";
export type { Proceeding } from "./proceeding.ts";
export { findProceeding, listEvents, listProceedings, reasonsOf, type Reasons } from "./proceedings.store.ts";
export { lapseOverdue, openProceeding, takeStep, type Step } from "./take-step.ts";
