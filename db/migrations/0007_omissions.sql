-- Missing document numbers: what was learnt about each body's series, the questions about gaps, the bodies' answers and
-- signed monthly counts. Learnt tables are projections that the worker makes anew; whatever a person said is append-only.

CREATE TABLE number_scans (
  body text NOT NULL,
  item text NOT NULL,
  scanned_at timestamptz NOT NULL,
  unfitting jsonb NOT NULL,
  samples jsonb NOT NULL,
  CONSTRAINT number_scans_pkey PRIMARY KEY (body, item)
);
COMMENT ON TABLE number_scans IS 'When the document numbers of a body and item were last read, and what fits no series.';
COMMENT ON COLUMN number_scans.unfitting IS 'Numbers that fit no series, counted by reason.';
COMMENT ON COLUMN number_scans.samples IS 'The first of them, for showing; the count above is whole.';

CREATE TABLE number_marks (
  source text NOT NULL,
  until timestamptz NOT NULL,
  CONSTRAINT number_marks_pkey PRIMARY KEY (source),
  CONSTRAINT number_marks_source CHECK ((source IN ('batches', 'judgements')) IS TRUE)
);
COMMENT ON TABLE number_marks IS 'Up to which batch and judgement the numbers on file have been read.';

CREATE TABLE number_series (
  series_id uuid NOT NULL,
  body text NOT NULL,
  item text NOT NULL,
  series text NOT NULL,
  form text NOT NULL,
  width integer NOT NULL,
  example text NOT NULL,
  numbers integer NOT NULL,
  density double precision NOT NULL,
  confidence text NOT NULL,
  years jsonb NOT NULL,
  proposed_at timestamptz NOT NULL,
  on_file boolean NOT NULL,
  CONSTRAINT number_series_pkey PRIMARY KEY (series_id),
  CONSTRAINT number_series_once UNIQUE (body, item, series),
  CONSTRAINT number_series_of_body UNIQUE (series_id, body),
  CONSTRAINT number_series_confidence CHECK ((confidence IN ('high', 'medium', 'low')) IS TRUE)
);
COMMENT ON TABLE number_series IS 'Series of document numbers learnt from the records on file; proposed until somebody confirms it in series_judgements.';
COMMENT ON COLUMN number_series.series IS 'Fixed words with the places {year} and {n}; brackets of one kind, without 第 and 号.';
COMMENT ON COLUMN number_series.form IS 'How its numbers are mostly written, with the same places.';
COMMENT ON COLUMN number_series.width IS 'Digits to which numbers are filled with zeros; 0: they are not.';
COMMENT ON COLUMN number_series.density IS 'Numbers on file ÷ numbers that its blocks span.';
COMMENT ON COLUMN number_series.years IS 'Per year: blocks of numbers from first to last, how many are on file, first and last day of decision. Year 0: never begins anew.';
COMMENT ON COLUMN number_series.on_file IS 'False once the records no longer show it.';

CREATE TABLE missing_numbers (
  series_id uuid NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  body text NOT NULL,
  item text NOT NULL,
  place text NOT NULL,
  month date NOT NULL,
  due_on date,
  due_missing text,
  answer_by date,
  raised_at timestamptz NOT NULL,
  arrived_at timestamptz,
  CONSTRAINT missing_numbers_pkey PRIMARY KEY (series_id, year, number),
  CONSTRAINT missing_numbers_series FOREIGN KEY (series_id, body) REFERENCES number_series (series_id, body),
  CONSTRAINT missing_numbers_place CHECK ((place IN ('between', 'leading', 'attested')) IS TRUE)
);
COMMENT ON TABLE missing_numbers IS 'Numbers of a series that no record bears: questions, never findings. Asked once due_on has passed; closed by itself when the record arrives.';
COMMENT ON COLUMN missing_numbers.place IS 'between two numbers on file; leading: before the first; attested: after the last, by the body''s own signed count.';
COMMENT ON COLUMN missing_numbers.month IS 'First day of the month by which the decision was made, if it was made: that of the later neighbour.';
COMMENT ON COLUMN missing_numbers.due_on IS 'Last day of the publication term of its later neighbour; null where due_missing names the calendar that is needed.';
COMMENT ON COLUMN missing_numbers.answer_by IS 'Last day on which an unanswered question counts as open; unexplained afterwards.';
COMMENT ON COLUMN missing_numbers.arrived_at IS 'When a record with the number was seen, or the number turned out to be none of the series.';
CREATE INDEX missing_numbers_of_body ON missing_numbers (body, item) WHERE arrived_at IS NULL;

CREATE TABLE decision_months (
  body text NOT NULL,
  item text NOT NULL,
  month date NOT NULL,
  decisions integer NOT NULL,
  CONSTRAINT decision_months_pkey PRIMARY KEY (body, item, month)
);
COMMENT ON TABLE decision_months IS 'Decisions on file by month of decision: different document numbers, those in review included.';

CREATE TABLE series_judgements (
  judgement_id uuid NOT NULL,
  series_id uuid NOT NULL,
  body text NOT NULL,
  verdict text NOT NULL,
  words text NOT NULL,
  given_by text NOT NULL,
  approved_by text,
  at timestamptz NOT NULL,
  CONSTRAINT series_judgements_pkey PRIMARY KEY (judgement_id),
  CONSTRAINT series_judgements_series FOREIGN KEY (series_id, body) REFERENCES number_series (series_id, body),
  CONSTRAINT series_judgements_verdict CHECK ((verdict IN ('confirmed', 'no-series')) IS TRUE),
  CONSTRAINT series_judgements_four_eyes CHECK ((verdict = 'confirmed' OR (approved_by IS NOT NULL AND approved_by <> given_by)) IS TRUE)
);
COMMENT ON TABLE series_judgements IS 'Append-only. Whether a proposed series is one; the latest counts. Setting one aside takes two people, since nobody is asked about it any more.';
CREATE INDEX series_judgements_latest ON series_judgements (series_id, judgement_id DESC);

CREATE TABLE gap_answers (
  answer_id uuid NOT NULL,
  series_id uuid NOT NULL,
  body text NOT NULL,
  year integer NOT NULL,
  from_number integer NOT NULL,
  to_number integer NOT NULL,
  answer text,
  edition text,
  review boolean NOT NULL,
  words text NOT NULL,
  given_by text NOT NULL,
  approved_by text,
  at timestamptz NOT NULL,
  ask_again_on date,
  undoes uuid,
  CONSTRAINT gap_answers_pkey PRIMARY KEY (answer_id),
  CONSTRAINT gap_answers_series FOREIGN KEY (series_id, body) REFERENCES number_series (series_id, body),
  CONSTRAINT gap_answers_undone FOREIGN KEY (undoes) REFERENCES gap_answers (answer_id),
  CONSTRAINT gap_answers_range CHECK ((from_number >= 0 AND to_number >= from_number) IS TRUE),
  CONSTRAINT gap_answers_answer_or_undo CHECK (((answer IS NULL) = (undoes IS NOT NULL) AND (answer IS NULL) = (edition IS NULL)) IS TRUE),
  CONSTRAINT gap_answers_four_eyes CHECK ((NOT review OR (approved_by IS NOT NULL AND approved_by <> given_by)) IS TRUE)
);
COMMENT ON TABLE gap_answers IS 'Append-only. What a body answered about missing numbers, once it is in force; taken back only by a further row.';
COMMENT ON COLUMN gap_answers.answer IS 'Standard answer of data/rules/omissions.json; null for a row that undoes another.';
COMMENT ON COLUMN gap_answers.review IS 'Whether the edition asks for a second person; the row exists once that person has agreed.';
COMMENT ON COLUMN gap_answers.ask_again_on IS 'From this day on the question is open again; null: the answer stays.';
CREATE UNIQUE INDEX gap_answers_undone_once ON gap_answers (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX gap_answers_of_series ON gap_answers (series_id, year, from_number);

CREATE TABLE count_attestations (
  attestation_id uuid NOT NULL,
  body text NOT NULL,
  item text NOT NULL,
  month date NOT NULL,
  decisions integer NOT NULL,
  highest text[] NOT NULL,
  words text NOT NULL,
  stated_by text NOT NULL,
  signed_by text NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT count_attestations_pkey PRIMARY KEY (attestation_id),
  CONSTRAINT count_attestations_month CHECK ((extract(day FROM month) = 1) IS TRUE),
  CONSTRAINT count_attestations_count CHECK ((decisions >= 0) IS TRUE),
  CONSTRAINT count_attestations_four_eyes CHECK ((signed_by <> stated_by) IS TRUE)
);
COMMENT ON TABLE count_attestations IS 'Append-only. How many decisions a body says it made in a month, signed by a second person; the latest of a month counts.';
COMMENT ON COLUMN count_attestations.highest IS 'The month''s highest document number of each series, as written; numbers after the last on file are asked for by it.';
CREATE INDEX count_attestations_latest ON count_attestations (body, item, month, attestation_id DESC);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['number_scans', 'number_series', 'missing_numbers', 'decision_months', 'series_judgements', 'gap_answers', 'count_attestations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  END LOOP;
  -- Learnt by the platform; read by the body.
  FOREACH name IN ARRAY ARRAY['number_scans', 'number_series', 'missing_numbers', 'decision_months'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I TO mingxin_app USING ((SELECT in_scope()) OR in_body(body)) WITH CHECK ((SELECT in_scope()))', name || '_scope', name);
  END LOOP;
  -- Said by the body.
  FOREACH name IN ARRAY ARRAY['series_judgements', 'gap_answers', 'count_attestations'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I TO mingxin_app USING ((SELECT in_scope()) OR in_body(body)) WITH CHECK ((SELECT in_scope()) OR in_body(body))', name || '_scope', name);
  END LOOP;
  ALTER TABLE number_marks ENABLE ROW LEVEL SECURITY;
  CREATE POLICY number_marks_scope ON number_marks TO mingxin_app USING ((SELECT in_scope())) WITH CHECK ((SELECT in_scope()));
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN RETURN; END IF;
  FOREACH name IN ARRAY ARRAY['series_judgements', 'gap_answers', 'count_attestations'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON series_judgements, gap_answers, count_attestations TO mingxin_app;
GRANT SELECT, INSERT, UPDATE ON number_scans, number_marks TO mingxin_app;
GRANT SELECT, INSERT ON number_series, missing_numbers TO mingxin_app;
GRANT UPDATE (form, width, example, numbers, density, confidence, years, on_file) ON number_series TO mingxin_app;
GRANT UPDATE (place, month, due_on, due_missing, answer_by, arrived_at) ON missing_numbers TO mingxin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON decision_months TO mingxin_app;

-- One text, two readers: the public's counts are made from all rows, whoever is signed in sees those of their scope. (A view
-- that checks its reader's rights does so even below one that does not, so one view cannot serve both.)
DO $do$
DECLARE states text := $view$
  SELECT m.series_id, m.year, m.number, m.body, m.item, m.place, m.month, m.due_on, m.due_missing, m.answer_by, m.raised_at,
    m.arrived_at, a.answer_id, a.answer, a.ask_again_on,
    coalesce((SELECT j.verdict FROM series_judgements j WHERE j.series_id = m.series_id ORDER BY j.judgement_id DESC LIMIT 1),
      'proposed') AS verdict,
    CASE WHEN m.arrived_at IS NOT NULL THEN 'arrived'
      WHEN a.answer_id IS NOT NULL THEN 'answered'
      WHEN m.due_on IS NULL OR m.due_on >= city_today() THEN 'not-yet-asked'
      WHEN m.answer_by IS NOT NULL AND m.answer_by < city_today() THEN 'unexplained'
      ELSE 'open' END AS state
  FROM missing_numbers m
  LEFT JOIN LATERAL (
    SELECT g.answer_id, g.answer, g.ask_again_on FROM gap_answers g
    WHERE g.series_id = m.series_id AND g.year = m.year AND g.from_number <= m.number AND g.to_number >= m.number
      AND g.answer IS NOT NULL AND (g.ask_again_on IS NULL OR g.ask_again_on > city_today())
      AND NOT EXISTS (SELECT FROM gap_answers u WHERE u.undoes = g.answer_id)
    ORDER BY g.answer_id DESC LIMIT 1) a ON true
$view$;
BEGIN
  EXECUTE 'CREATE VIEW missing_states WITH (security_invoker = true) AS' || states;
  EXECUTE 'CREATE VIEW all_missing_states AS' || states;
END $do$;
COMMENT ON VIEW missing_states IS 'Where each missing number stands today, by date arithmetic: not-yet-asked, open, unexplained, answered, arrived. Sees what its reader may.';
COMMENT ON VIEW all_missing_states IS 'The same of all bodies. For no role; the counts of register are built on it.';
GRANT SELECT ON missing_states TO mingxin_app;

CREATE VIEW register.omission_counts AS
  SELECT s.body, s.item, s.month, count(*) FILTER (WHERE s.state = 'answered')::integer AS answered,
    count(*) FILTER (WHERE s.state = 'open')::integer AS open, count(*) FILTER (WHERE s.state = 'unexplained')::integer AS unexplained
  FROM all_missing_states s
  WHERE s.verdict = 'confirmed' AND s.state IN ('answered', 'open', 'unexplained')
  GROUP BY s.body, s.item, s.month;
COMMENT ON VIEW register.omission_counts IS 'Missing document numbers in counts by body, item and month. Never the numbers: a missing one may lawfully be unpublished.';
GRANT SELECT ON register.omission_counts TO mingxin_public_read;
