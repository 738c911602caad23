/**
 * How each table would lie on a cluster (Citus): `distributed` by a column, `reference` copied everywhere, `local` on the
 * coordinator. A test reads the schema against this.
 */
export const DISTRIBUTION = {
  catalogue_editions: "reference",
  bodies: "reference",
  calendar_years: "reference",
  window_periods: "reference",
  terms: "reference",
  subjects: { distributedBy: "subject_id" },
  subject_identifiers: { distributedBy: "value" },
  subject_names: { distributedBy: "subject_id" },
  subject_redirects: { distributedBy: "subject_id" },
  judgements: "reference",
  subject_search: { distributedBy: "subject_id" },
  record_keys: { distributedBy: "natural_key" },
  records: { distributedBy: "subject_id" },
  record_versions: { distributedBy: "subject_id" },
  version_contents: { distributedBy: "subject_id" },
  publications: { distributedBy: "subject_id" },
  batches: "reference",
  batch_causes: "local",
  batch_findings: "local",
  row_repairs: "local",
  row_explanations: "local",
  waiting_rows: { distributedBy: "natural_key" },
  idempotency_keys: "local",
  proceedings: "local",
  proceeding_events: "local",
  record_amendments: "local",
  audit_entries: "local",
  migrations: "local",
} as const satisfies Record<string, "reference" | "local" | { readonly distributedBy: string }>;
