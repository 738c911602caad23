/**
 * Zero omissions: which numbered decisions a body has probably made and not reported.
 * Owns what was learnt about each body's document numbers, the questions about missing ones, the bodies' answers and their
 * signed monthly counts. Promises: a question opens only after the term of publication of the number's neighbours and
 * closes by itself when the record arrives; what people said is append-only, and some of it takes two; the public sees
 * counts. Refuses: to call a gap an omission, to force a number into a series, to draw a consequence from a low month.
 */
export { answerGap } from "./answer-gap.ts";
export { registerOmissionAnswers } from "./answering.routes.ts";
export { loadOmissionRules, omissionSchemaFiles, type OmissionRules } from "./omission-law.ts";
export { registerOmissionReads } from "./omissions.routes.ts";
export { omissionProblem } from "./omissions.problems.ts";
export type { OmissionsRuntime } from "./omissions-runtime.ts";
export { listPublicOmissions, type PublicOmissions } from "./public-counts.store.ts";
export { registerPublicOmissions } from "./public-omissions.routes.ts";
export { refreshOmissions } from "./refresh-series.ts";
export { decideProposal } from "./decide-proposal.ts";
export { judgeSeries } from "./judge-series.ts";
export { parseNumber } from "./number-grammar.rules.ts";
export { readMonths } from "./read-overview.ts";
export { stateCount } from "./attest-count.ts";
export { listCounts as listOmissionCounts, listMissing, listSeries, type OmissionCount } from "./series-reads.store.ts";
