-- Repairing what was refused: single cells corrected without the file, rows that were handed in again, rows that were explained.

ALTER TABLE batches ADD COLUMN table_of uuid, ADD COLUMN corrected_rows int4multirange,
  ADD CONSTRAINT batches_corrections_whole CHECK (((table_of IS NULL) = (corrected_rows IS NULL) AND (table_of IS NULL OR repairs IS NOT NULL)) IS TRUE);
COMMENT ON COLUMN batches.table_of IS 'The batch whose raw file holds the rows that this one corrects cell by cell; null for a file of its own.';
COMMENT ON COLUMN batches.corrected_rows IS 'Rows of the batch named by repairs that this one hands in again, corrected; null for a file of its own.';
CREATE INDEX batches_repairs ON batches (repairs) WHERE repairs IS NOT NULL;
CREATE INDEX batches_rejected ON batches (received_at DESC, batch_id DESC) WHERE rejected > 0;

CREATE TABLE row_repairs (
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  by_batch uuid NOT NULL,
  by_row integer NOT NULL,
  outcome text NOT NULL,
  CONSTRAINT row_repairs_pkey PRIMARY KEY (batch_id, row_number),
  CONSTRAINT row_repairs_outcome_known CHECK ((outcome IN ('taken', 'waiting', 'refused')) IS TRUE),
  CONSTRAINT row_repairs_moves_on CHECK ((batch_id <> by_batch) IS TRUE)
);
COMMENT ON TABLE row_repairs IS 'A rejected row that was handed in again, as which row of which later batch. It stands open in the last batch that carried it and nowhere else; append-only.';
COMMENT ON COLUMN row_repairs.outcome IS 'What became of it there: taken, waiting for review, or refused again.';

CREATE TABLE row_explanations (
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  sequence integer NOT NULL,
  explanation_id uuid NOT NULL,
  act text NOT NULL,
  answer text,
  words text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  CONSTRAINT row_explanations_pkey PRIMARY KEY (batch_id, row_number, sequence),
  CONSTRAINT row_explanations_turns CHECK ((act = CASE WHEN sequence % 2 = 1 THEN 'explain' ELSE 'reopen' END) IS TRUE),
  CONSTRAINT row_explanations_answered CHECK (((act = 'explain') = (answer IS NOT NULL)) IS TRUE),
  CONSTRAINT row_explanations_in_words CHECK ((char_length(btrim(words)) >= 2) IS TRUE)
);
COMMENT ON TABLE row_explanations IS 'Why a rejected row is not repaired: by turns explained and opened again, by whom, when; append-only.';
COMMENT ON COLUMN row_explanations.explanation_id IS 'One act may be about many rows.';
COMMENT ON COLUMN row_explanations.answer IS 'Standard answer of data/rules/row-answers.json; null where the row is opened again.';

CREATE FUNCTION is_rejected_row(batch uuid, row_of integer) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT FROM batch_findings f JOIN batch_causes c ON c.batch_id = f.batch_id AND c.cause = f.cause
    WHERE f.batch_id = batch AND f.row_number = row_of AND c.severity = 'error') $$;
COMMENT ON FUNCTION is_rejected_row(uuid, integer) IS 'Whether a row of a batch was not taken.';

CREATE FUNCTION is_explained_row(batch uuid, row_of integer) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce((SELECT e.act = 'explain' FROM row_explanations e
    WHERE e.batch_id = batch AND e.row_number = row_of ORDER BY e.sequence DESC LIMIT 1), false) $$;
COMMENT ON FUNCTION is_explained_row(uuid, integer) IS 'Whether the last act on a rejected row explained it.';

CREATE FUNCTION is_row_under_way(batch uuid, row_of integer) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT FROM batches u WHERE u.repairs = batch AND u.corrected_rows @> row_of
    AND u.state IN ('received', 'reading', 'checking', 'merging')) $$;
COMMENT ON FUNCTION is_row_under_way(uuid, integer) IS 'Whether a batch that carries the row, corrected, is worked on.';

CREATE FUNCTION rejected_rows(batch uuid) RETURNS jsonb LANGUAGE sql STABLE
  AS $$ SELECT jsonb_build_object('open', b.rejected - p.repaired - p.refused - u.rows - e.rows, 'underWay', u.rows,
      'repaired', p.repaired, 'refusedAgain', p.refused, 'explained', e.rows)
    FROM batches b
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE r.outcome <> 'refused')::integer AS repaired,
        count(*) FILTER (WHERE r.outcome = 'refused')::integer AS refused
      FROM row_repairs r WHERE r.batch_id = b.batch_id) p
    CROSS JOIN LATERAL (SELECT count(DISTINCT w.row_number)::integer AS rows
      FROM (SELECT generate_series(lower(run), upper(run) - 1) AS row_number
        FROM batches v CROSS JOIN LATERAL unnest(v.corrected_rows) AS run
        WHERE v.repairs = b.batch_id AND v.state IN ('received', 'reading', 'checking', 'merging')) w
      WHERE NOT EXISTS (SELECT FROM row_repairs r WHERE r.batch_id = b.batch_id AND r.row_number = w.row_number)) u
    CROSS JOIN LATERAL (SELECT count(*)::integer AS rows
      FROM (SELECT DISTINCT ON (x.row_number) x.row_number, x.act FROM row_explanations x
        WHERE x.batch_id = b.batch_id ORDER BY x.row_number, x.sequence DESC) last
      WHERE last.act = 'explain' AND NOT is_row_under_way(b.batch_id, last.row_number)
        AND NOT EXISTS (SELECT FROM row_repairs r WHERE r.batch_id = b.batch_id AND r.row_number = last.row_number)) e
    WHERE b.batch_id = batch AND b.state = 'done' $$;
COMMENT ON FUNCTION rejected_rows(uuid) IS 'The rejected rows of a finished batch by where they stand now; the counts add up to its rejected rows.';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['row_repairs', 'row_explanations'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO mingxin_app USING ((SELECT in_scope()) OR EXISTS (SELECT FROM batches b WHERE b.batch_id = %I.batch_id))',
      name || '_read', name, name);
  END LOOP;
END $$;
-- Only of a row that was rejected, only once, and only by the filing of the batch that carries it.
CREATE POLICY row_repairs_file ON row_repairs FOR INSERT TO mingxin_app
  WITH CHECK ((SELECT in_scope()) AND is_rejected_row(batch_id, row_number));
-- A row that was taken, or that stands in another batch now, has nothing to explain; in the scope of a body only its own.
CREATE POLICY row_explanations_write ON row_explanations FOR INSERT TO mingxin_app
  WITH CHECK (EXISTS (SELECT FROM batches b WHERE b.batch_id = row_explanations.batch_id) AND is_rejected_row(batch_id, row_number)
    AND NOT EXISTS (SELECT FROM row_repairs r WHERE r.batch_id = row_explanations.batch_id AND r.row_number = row_explanations.row_number));
GRANT SELECT, INSERT ON row_repairs, row_explanations TO mingxin_app;
