/**
 * The paper behind a record: the decision itself, the proof of its service, and what its body said about service.
 * Owns `documents`, `service_statements` and the sealed files under `documents/` of the data directory. Promises: a file is
 * what its content proves it to be, is kept byte for byte under its digest, and is never opened here; nothing attached or
 * stated is changed or removed, a further one supersedes it. Refuses: files that can act, files that are two things at once,
 * to show any of it to the public, papers and statements of another body than the record's own.
 */
export { registerDocumentRoutes, type DocumentsRuntime } from "./documents.routes.ts";
export { documentProblem } from "./documents.problems.ts";
export { findDocument, lockDocuments } from "./documents.store.ts";
export {
  insertServiceStatements,
  listServiceStatements,
  type NewServiceStatement,
  type StoredServiceStatement,
} from "./service-statements.store.ts";
export { sweepDocuments } from "./sweep-documents.ts";
