/**
 * The module map as data, in the order in which data flows: each module may import only the modules on its own line,
 * and only through their doors (`#name`). A line may name only lines above it. Held by `npm run boundaries`; the diagram
 * in ARCHITECTURE.md is printed from it. A module appears here with the issue that builds it; changing a line needs a
 * file in docs/decisions/.
 */
export const MODULES = {
  audit: [],
  catalogue: ["audit"],
  notices: ["catalogue", "audit"],
  proceedings: ["catalogue", "audit"],
  accounts: ["catalogue", "proceedings", "audit"],
  subjects: ["catalogue", "audit"],
  records: ["catalogue", "subjects", "audit"],
  documents: ["catalogue", "records", "audit"],
  ingest: ["catalogue", "subjects", "records", "audit"],
  publish: ["catalogue", "subjects", "records", "documents", "audit"],
  coverage: ["catalogue", "proceedings", "publish", "audit"],
  omissions: ["catalogue", "records", "publish", "proceedings", "audit"],
  figures: ["catalogue", "proceedings", "ingest", "publish", "coverage", "omissions", "audit"],
  entry: ["catalogue", "proceedings", "subjects", "records", "ingest", "publish", "audit"],
};
