-- Decision documents with their service, penalties that are held until served, and the facts behind the clock of a record.

-- Documents -------------------------------------------------------------------------------------------------------

CREATE TABLE documents (
  record_id uuid NOT NULL,
  sequence integer NOT NULL,
  source_body text NOT NULL,
  kind text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  pages integer,
  file_name text NOT NULL,
  file_id uuid NOT NULL,
  file_key bytea NOT NULL,
  filed_by text NOT NULL,
  filed_at timestamptz NOT NULL,
  CONSTRAINT documents_pkey PRIMARY KEY (record_id, sequence),
  CONSTRAINT documents_first CHECK ((sequence >= 1) IS TRUE),
  CONSTRAINT documents_kind_known CHECK ((kind IN ('decision', 'service-proof')) IS TRUE),
  CONSTRAINT documents_media_type_known CHECK ((media_type IN ('application/pdf', 'image/png', 'image/jpeg')) IS TRUE),
  CONSTRAINT documents_sizes CHECK ((bytes > 0 AND octet_length(sha256) = 32 AND (pages IS NULL OR pages > 0)) IS TRUE)
);
COMMENT ON TABLE documents IS 'Append-only. The paper behind a record, as its body attached it; a later one of the same kind supersedes it. By record and not by subject: the record keeps its id wherever it moves.';
COMMENT ON COLUMN documents.sequence IS '1, 2, 3 within the record, over all kinds.';
COMMENT ON COLUMN documents.source_body IS 'The body of the record, by which rows are scoped.';
COMMENT ON COLUMN documents.kind IS 'decision: the decision itself; service-proof: that it was served.';
COMMENT ON COLUMN documents.media_type IS 'As the content proves it, whatever name or type it came under.';
COMMENT ON COLUMN documents.pages IS 'Pages as far as they can be counted without unpacking anything; null where they cannot.';
COMMENT ON COLUMN documents.file_id IS 'Names the sealed file in the data directory.';
COMMENT ON COLUMN documents.file_key IS 'Key of the sealed file, wrapped by the installation''s keyring.';
CREATE INDEX documents_file ON documents (file_id);

CREATE TABLE service_statements (
  record_id uuid NOT NULL,
  sequence integer NOT NULL,
  source_body text NOT NULL,
  served_on date,
  document integer,
  note text,
  stated_by text NOT NULL,
  stated_at timestamptz NOT NULL,
  CONSTRAINT service_statements_pkey PRIMARY KEY (record_id, sequence),
  CONSTRAINT service_statements_first CHECK ((sequence >= 1) IS TRUE),
  CONSTRAINT service_statements_not_foretold CHECK ((served_on IS NULL OR served_on <= (stated_at AT TIME ZONE 'Asia/Shanghai')::date) IS TRUE),
  CONSTRAINT service_statements_reasoned CHECK ((served_on IS NOT NULL OR char_length(note) >= 2) IS TRUE),
  CONSTRAINT service_statements_document FOREIGN KEY (record_id, document) REFERENCES documents (record_id, sequence)
);
COMMENT ON TABLE service_statements IS 'Append-only. What the body said about the service of a decision: not served yet, or served on a day. The newest counts.';
COMMENT ON COLUMN service_statements.served_on IS 'Day of service (送达日期); null says that the decision is not served yet.';
COMMENT ON COLUMN service_statements.document IS 'The attached paper that proves it, where one is named.';
COMMENT ON COLUMN service_statements.note IS 'Why it is not served yet, or how it was served.';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['documents', 'service_statements'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I TO mingxin_app USING ((SELECT in_scope()) OR in_body(source_body))
      WITH CHECK (((SELECT in_scope()) OR in_body(source_body)) AND EXISTS (SELECT FROM records r
        WHERE r.record_id = %I.record_id AND r.source_body = %I.source_body))', name || '_scope', name, name, name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO mingxin_app', name);
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
      EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    END IF;
  END LOOP;
END $$;

-- Held until served -----------------------------------------------------------------------------------------------

ALTER TABLE batches ADD COLUMN unserved boolean NOT NULL DEFAULT false;
GRANT UPDATE (unserved) ON batches TO mingxin_app;
COMMENT ON COLUMN batches.unserved IS 'The uploader says that the decisions of this file are not served yet: they are filed and held.';

ALTER TABLE publications
  ADD COLUMN unserved boolean NOT NULL DEFAULT false,
  ADD COLUMN paused jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT publications_unserved_held CHECK ((NOT unserved OR hold IS NOT NULL) IS TRUE);
COMMENT ON COLUMN publications.unserved IS 'The newest service statement says that the decision is not served: held, whatever else is true of it.';
COMMENT ON COLUMN publications.paused IS 'Pauses of the term, oldest first: [{from, until, told}]. Days from `from` to `until`, both included, do not count; until null is open; told is the moment at which its end was stated. Worked out from service_statements by data/rules/service.json.';
COMMENT ON COLUMN publications.hold IS 'Why the record was not public when it was filed: minor-not-published, window-ended, severity-unconfirmed, severity-undecided, not-for-the-public; not-served where nothing but service is wanting; rehomed where the record went to another subject, whose publication counts.';
CREATE INDEX publications_unserved ON publications (decision_date, record_id) WHERE unserved;
GRANT UPDATE (unserved, paused) ON publications TO mingxin_app;

CREATE FUNCTION guard_service() RETURNS trigger LANGUAGE plpgsql
  AS $$
BEGIN
  IF (SELECT s.served_on FROM service_statements s WHERE s.record_id = NEW.record_id ORDER BY s.sequence DESC LIMIT 1) IS NULL THEN
    RAISE EXCEPTION 'record %: nobody has stated that its decision was served', NEW.record_id USING ERRCODE = 'MX003';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_service() IS 'What is held as not served is let go only by a statement of its body that names the day of service (plain servers; Citus has no triggers).';

CREATE FUNCTION refuse_holding() RETURNS trigger LANGUAGE plpgsql
  AS $$
BEGIN
  RAISE EXCEPTION 'record % has been public: only a withdrawal, which takes two people, ends that', NEW.record_id USING ERRCODE = 'MX003';
END $$;
COMMENT ON FUNCTION refuse_holding() IS 'What has been public is not held as not served afterwards: one person alone takes nothing off the register (plain servers; Citus has no triggers).';

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN RETURN; END IF;
  CREATE TRIGGER publications_service BEFORE UPDATE ON publications FOR EACH ROW WHEN (OLD.unserved AND NOT NEW.unserved)
    EXECUTE FUNCTION guard_service();
  CREATE TRIGGER publications_not_held_again BEFORE UPDATE ON publications FOR EACH ROW
    WHEN (NOT OLD.unserved AND NEW.unserved AND OLD.first_public_at IS NOT NULL) EXECUTE FUNCTION refuse_holding();
END $$;

-- The clock -------------------------------------------------------------------------------------------------------

CREATE VIEW record_clocks AS
  SELECT p.subject_id, p.record_id, p.item, p.source_body, p.decision_date, p.due_on, p.due_missing, p.hold, p.unserved, p.paused,
    least(b.received_at, wb.received_at, p.reported_at) AS received_at,
    CASE WHEN w.received_at < p.reported_at THEN w.received_at END AS waited_from,
    CASE WHEN w.received_at < p.reported_at THEN least(w.settled_at, p.reported_at) END AS waited_to,
    CASE WHEN v.judgement_id IS NULL THEN greatest(p.reported_at, b.finished_at) ELSE p.reported_at END AS filed_at,
    p.first_public_at,
    CASE WHEN r.state = 'withdrawn' THEN (SELECT e.known_from FROM record_versions e WHERE e.subject_id = r.subject_id
      AND e.record_id = r.record_id AND e.cause = 'withdrawal') END AS withdrawn_at
  FROM publications p
  JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
  LEFT JOIN LATERAL (SELECT f.batch_id, f.judgement_id FROM records h
    JOIN record_versions f ON f.subject_id = h.subject_id AND f.record_id = h.record_id
    WHERE h.record_id = p.record_id ORDER BY f.version LIMIT 1) v ON true
  LEFT JOIN batches b ON b.batch_id = v.batch_id
  LEFT JOIN waiting_rows w ON w.natural_key = r.natural_key
  LEFT JOIN batches wb ON wb.batch_id = w.batch_id
  WHERE r.state <> 'rehomed';
COMMENT ON VIEW record_clocks IS 'Who held a record when, as far as it stands on file: received, waiting for a judgement, filed, paused, public. For no role; clock_facts and the views of register are built on it.';

CREATE VIEW clock_facts AS
  SELECT c.* FROM record_clocks c WHERE (SELECT in_scope()) OR in_body(c.source_body);
COMMENT ON VIEW clock_facts IS 'The same for the application, by the scope that the transaction has declared, as the policies of the tables behind it say. An owner-rights view with the policy in it: one with the rights of whoever asks would take the public''s rights below the views of register, too.';
GRANT SELECT ON clock_facts TO mingxin_app;

CREATE VIEW register.clocks AS
  SELECT f.record_id, f.item, f.source_body, f.decision_date, f.due_on, f.due_missing, f.hold, f.unserved, f.paused, f.received_at,
    f.waited_from, f.waited_to, f.filed_at, f.first_public_at, f.withdrawn_at
  FROM record_clocks f
  JOIN open_publications o ON o.subject_id = f.subject_id AND o.record_id = f.record_id
  WHERE f.withdrawn_at IS NULL;
COMMENT ON VIEW register.clocks IS 'The clock of records that are public today: moments only, no content and no person.';

CREATE OR REPLACE VIEW register.timeliness AS
  SELECT p.item, p.source_body, p.decision_date, p.due_on, p.due_missing, p.reported_at,
    CASE WHEN p.first_public_at IS NULL THEN p.hold END AS hold, (p.first_public_at AT TIME ZONE 'Asia/Shanghai')::date AS published_on,
    (SELECT o.record_id FROM open_publications o WHERE o.subject_id = p.subject_id AND o.record_id = p.record_id) AS record_id,
    encode(sha256(convert_to(p.record_id::text, 'UTF8')), 'hex') AS place,
    (SELECT jsonb_build_object('receivedAt', f.received_at, 'waitedFrom', f.waited_from, 'waitedTo', f.waited_to, 'filedAt', f.filed_at,
        'firstPublicAt', f.first_public_at, 'paused', f.paused)
      FROM record_clocks f WHERE f.subject_id = p.subject_id AND f.record_id = p.record_id) AS clock
  FROM publications p
  JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
  WHERE r.state = 'active' AND p.hold IS DISTINCT FROM 'rehomed'
    AND (p.first_public_at IS NOT NULL OR p.hold IS NULL OR p.hold IN ('severity-unconfirmed', 'severity-undecided', 'not-served'));
COMMENT ON COLUMN register.timeliness.clock IS 'Moments of its clock, for the segments behind the figure; no ids.';

GRANT SELECT ON register.clocks TO mingxin_public_read;
