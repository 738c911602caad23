-- What each body owes and what of it is there: zero reports, monthly tables of double publicity, random samples.
-- All of it is append-only; what was wrong is followed by a further row.

-- Counting ----------------------------------------------------------------------------------------------------------

-- The count by item, body and month reads nothing but this index; what was withdrawn is few and is subtracted.
DROP INDEX publications_item_month;
CREATE INDEX publications_item_month ON publications (item, source_body, decision_date) INCLUDE (hold);
CREATE INDEX records_withdrawn ON records (item, source_body, decision_date) WHERE state = 'withdrawn';

-- Zero reports ------------------------------------------------------------------------------------------------------

CREATE TABLE zero_reports (
  zero_report_id uuid NOT NULL,
  item text NOT NULL,
  body text NOT NULL,
  period text NOT NULL,
  sequence integer NOT NULL,
  period_first date NOT NULL,
  period_last date NOT NULL,
  act text NOT NULL,
  reason text,
  words text NOT NULL,
  stated_by text NOT NULL,
  stated_at timestamptz NOT NULL,
  CONSTRAINT zero_reports_pkey PRIMARY KEY (item, body, period, sequence),
  CONSTRAINT zero_reports_id_once UNIQUE (zero_report_id),
  CONSTRAINT zero_reports_act_known CHECK ((act IN ('reported', 'taken-back')) IS TRUE),
  CONSTRAINT zero_reports_in_turn CHECK ((sequence >= 1 AND (sequence % 2 = 1) = (act = 'reported')) IS TRUE),
  CONSTRAINT zero_reports_reasoned CHECK (((act = 'reported') = (reason IS NOT NULL)) IS TRUE),
  CONSTRAINT zero_reports_period CHECK ((period_first <= period_last) IS TRUE),
  CONSTRAINT zero_reports_period_over CHECK ((act <> 'reported' OR (stated_at AT TIME ZONE 'Asia/Shanghai')::date > period_last) IS TRUE)
);
COMMENT ON TABLE zero_reports IS 'Append-only. That a body made no decision of an item in a period, with its reason; the newest row of a period counts, and one that takes back stands for nothing.';
COMMENT ON COLUMN zero_reports.sequence IS 'Odd rows report, even ones take back; no number is left out.';
COMMENT ON COLUMN zero_reports.period IS 'YYYY-MM or YYYY-Qn; its days stand in period_first and period_last.';
COMMENT ON COLUMN zero_reports.reason IS 'Standard answer of data/rules/coverage-answers.json; null of a row that takes back.';
CREATE INDEX zero_reports_newest ON zero_reports (zero_report_id DESC);

CREATE FUNCTION guard_zero_report() RETURNS trigger LANGUAGE plpgsql
  AS $$
BEGIN
  IF NEW.sequence > 1 AND NOT EXISTS (SELECT FROM zero_reports z WHERE z.item = NEW.item AND z.body = NEW.body
    AND z.period = NEW.period AND z.sequence = NEW.sequence - 1) THEN
    RAISE EXCEPTION 'zero report of % for %: there is nothing before it', NEW.body, NEW.period USING ERRCODE = 'MX003';
  END IF;
  IF NEW.act = 'reported' AND EXISTS (SELECT FROM publications p
    JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
    WHERE p.item = NEW.item AND p.source_body = NEW.body AND p.decision_date BETWEEN NEW.period_first AND NEW.period_last
      AND r.state = 'active') THEN
    RAISE EXCEPTION 'zero report of % for %: decisions of that period are on file', NEW.body, NEW.period USING ERRCODE = 'MX003';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_zero_report() IS 'Refuses a zero report where decisions of the period are on file, and a row that skips one.';
CREATE TRIGGER zero_reports_true BEFORE INSERT ON zero_reports FOR EACH ROW EXECUTE FUNCTION guard_zero_report();

-- Monthly tables ----------------------------------------------------------------------------------------------------

CREATE TABLE monthly_tables (
  table_id uuid NOT NULL,
  body text NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  address text,
  published_on date,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  proceeding_id uuid NOT NULL,
  CONSTRAINT monthly_tables_pkey PRIMARY KEY (table_id),
  CONSTRAINT monthly_tables_version_once UNIQUE (body, month, version),
  CONSTRAINT monthly_tables_proceeding FOREIGN KEY (proceeding_id) REFERENCES proceedings (proceeding_id),
  CONSTRAINT monthly_tables_month CHECK ((extract(day FROM month) = 1 AND version >= 1) IS TRUE),
  CONSTRAINT monthly_tables_over CHECK (((made_at AT TIME ZONE 'Asia/Shanghai')::date >= month + interval '1 month') IS TRUE),
  CONSTRAINT monthly_tables_address CHECK (((address IS NULL) = (published_on IS NULL) AND (address IS NULL OR address ~ '^https?://')) IS TRUE)
);
COMMENT ON TABLE monthly_tables IS 'Append-only. What a body says of its double publicity in a month; each change is a further version, signed or returned by a second person in its proceeding.';
COMMENT ON COLUMN monthly_tables.address IS 'Where the body publishes on its own site; null where it published nothing there.';
CREATE INDEX monthly_tables_proceeding_of ON monthly_tables (proceeding_id);

CREATE TABLE monthly_table_lines (
  table_id uuid NOT NULL,
  item text NOT NULL,
  produced integer NOT NULL,
  own_site integer NOT NULL,
  reported integer NOT NULL,
  basis text,
  basis_words text,
  CONSTRAINT monthly_table_lines_pkey PRIMARY KEY (table_id, item),
  CONSTRAINT monthly_table_lines_table FOREIGN KEY (table_id) REFERENCES monthly_tables (table_id),
  CONSTRAINT monthly_table_lines_counts CHECK ((produced >= 0 AND own_site BETWEEN 0 AND produced AND reported BETWEEN 0 AND produced) IS TRUE),
  CONSTRAINT monthly_table_lines_basis CHECK (((produced > reported) = (basis IS NOT NULL)) IS TRUE)
);
COMMENT ON TABLE monthly_table_lines IS 'Append-only. One item of a monthly table: what was produced, published on the body''s own site, and reported.';
COMMENT ON COLUMN monthly_table_lines.reported IS 'Decisions of the month on file when the table was made; counted by the database, no role may write it.';
COMMENT ON COLUMN monthly_table_lines.basis IS 'Why some were not reported: standard answer of data/rules/coverage-answers.json; null where all were.';

CREATE FUNCTION count_reported() RETURNS trigger LANGUAGE plpgsql
  AS $$
BEGIN
  SELECT count(*) INTO NEW.reported
  FROM monthly_tables t
  JOIN publications p ON p.item = NEW.item AND p.source_body = t.body AND p.decision_date >= t.month
    AND p.decision_date < t.month + interval '1 month'
  JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
  WHERE t.table_id = NEW.table_id AND r.state = 'active';
  RETURN NEW;
END $$;
COMMENT ON FUNCTION count_reported() IS 'Counts what a body reported of an item in the month of its table.';
CREATE TRIGGER monthly_table_lines_counted BEFORE INSERT ON monthly_table_lines FOR EACH ROW EXECUTE FUNCTION count_reported();

-- Random samples ----------------------------------------------------------------------------------------------------

CREATE TABLE samples (
  sample_id uuid NOT NULL,
  item text NOT NULL,
  body text NOT NULL,
  period_first date NOT NULL,
  period_last date NOT NULL,
  seed text NOT NULL,
  frame uuid[] NOT NULL,
  frame_hash bytea NOT NULL,
  size integer NOT NULL,
  drawn_by text NOT NULL,
  drawn_at timestamptz NOT NULL,
  CONSTRAINT samples_pkey PRIMARY KEY (sample_id),
  CONSTRAINT samples_period CHECK ((period_first <= period_last) IS TRUE),
  CONSTRAINT samples_size CHECK ((size BETWEEN 1 AND cardinality(frame) AND octet_length(frame_hash) = 32) IS TRUE)
);
COMMENT ON TABLE samples IS 'Append-only. Records of a body drawn at random for comparison with their decision documents.';
COMMENT ON COLUMN samples.seed IS 'With the frame all that the draw depends on: the records with the least SHA-256 of seed, a slash and record id.';
COMMENT ON COLUMN samples.frame IS 'Ids of all published records of item, body and period at the time, ascending.';
COMMENT ON COLUMN samples.frame_hash IS 'SHA-256 over the ids of the frame, each with a line feed.';

CREATE TABLE sample_rows (
  sample_id uuid NOT NULL,
  place integer NOT NULL,
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  CONSTRAINT sample_rows_pkey PRIMARY KEY (sample_id, place),
  CONSTRAINT sample_rows_record_once UNIQUE (sample_id, record_id),
  CONSTRAINT sample_rows_sample FOREIGN KEY (sample_id) REFERENCES samples (sample_id)
);
COMMENT ON TABLE sample_rows IS 'Append-only. The records of a sample in the order of the draw.';
COMMENT ON COLUMN sample_rows.version IS 'The version that was the newest at the draw: this content is compared.';

CREATE TABLE sample_checks (
  sample_id uuid NOT NULL,
  place integer NOT NULL,
  sequence integer NOT NULL,
  outcome text NOT NULL,
  fields text[] NOT NULL,
  checked_against text NOT NULL,
  words text NOT NULL,
  checked_by text NOT NULL,
  checked_at timestamptz NOT NULL,
  CONSTRAINT sample_checks_pkey PRIMARY KEY (sample_id, place, sequence),
  CONSTRAINT sample_checks_row FOREIGN KEY (sample_id, place) REFERENCES sample_rows (sample_id, place),
  CONSTRAINT sample_checks_outcome_known CHECK ((outcome IN ('right', 'wrong', 'no-document')) IS TRUE),
  CONSTRAINT sample_checks_fields CHECK (((outcome = 'wrong') = (cardinality(fields) > 0)) IS TRUE)
);
COMMENT ON TABLE sample_checks IS 'Append-only. What a comparison found; the newest of a row counts.';
COMMENT ON COLUMN sample_checks.fields IS 'Keys of the fields that differ from the document.';
COMMENT ON COLUMN sample_checks.checked_against IS 'The document: its number, file or address.';

-- Who may see and write ---------------------------------------------------------------------------------------------

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['zero_reports', 'monthly_tables', 'monthly_table_lines', 'samples', 'sample_rows', 'sample_checks'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT ON %I TO mingxin_app', name);
  END LOOP;
END $$;
CREATE POLICY zero_reports_scope ON zero_reports TO mingxin_app
  USING ((SELECT in_scope()) OR in_body(body)) WITH CHECK ((SELECT in_scope()) OR in_body(body));
CREATE POLICY monthly_tables_scope ON monthly_tables TO mingxin_app
  USING ((SELECT in_scope()) OR in_body(body)) WITH CHECK ((SELECT in_scope()) OR in_body(body));
CREATE POLICY monthly_table_lines_scope ON monthly_table_lines TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM monthly_tables t WHERE t.table_id = monthly_table_lines.table_id))
  WITH CHECK ((SELECT in_scope()) OR EXISTS (SELECT FROM monthly_tables t WHERE t.table_id = monthly_table_lines.table_id));
CREATE POLICY samples_scope ON samples TO mingxin_app
  USING ((SELECT in_scope()) OR in_body(body)) WITH CHECK ((SELECT in_scope()));
CREATE POLICY sample_rows_scope ON sample_rows TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM samples s WHERE s.sample_id = sample_rows.sample_id))
  WITH CHECK ((SELECT in_scope()));
CREATE POLICY sample_checks_scope ON sample_checks TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM samples s WHERE s.sample_id = sample_checks.sample_id))
  WITH CHECK ((SELECT in_scope()));
GRANT INSERT ON zero_reports, monthly_tables, samples, sample_rows, sample_checks TO mingxin_app;
GRANT INSERT (table_id, item, produced, own_site, basis, basis_words) ON monthly_table_lines TO mingxin_app;
