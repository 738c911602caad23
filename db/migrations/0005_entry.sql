-- Records by hand: rows of the entry form, and corrections and withdrawals that two people make.

ALTER TABLE batches ADD COLUMN channel text NOT NULL DEFAULT 'file',
  ADD CONSTRAINT batches_channel_known CHECK ((channel IN ('file', 'form')) IS TRUE);
COMMENT ON COLUMN batches.channel IS 'How it came: file, sent by a person or a program; form, typed at the desk.';

ALTER TABLE records ADD COLUMN added_keys bytea[] NOT NULL DEFAULT '{}',
  ADD COLUMN corrected_hashes bytea[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN records.added_keys IS 'Natural keys under which the record is known beside its first one, since a correction changed a field of the key; each stands in record_keys.';
COMMENT ON COLUMN records.corrected_hashes IS 'Hashes of contents that people corrected: a file that brings one of them again changes nothing.';
GRANT UPDATE (added_keys, corrected_hashes) ON records TO mingxin_app;

ALTER TABLE record_versions ADD COLUMN proceeding_id uuid, ADD COLUMN proposed_by text, ADD COLUMN ground text;
COMMENT ON COLUMN record_versions.proceeding_id IS 'The proceeding by which two people corrected or withdrew it; recorded_by is who decided. Null where no person did.';
COMMENT ON COLUMN record_versions.proposed_by IS 'Who proposed what recorded_by decided.';
COMMENT ON COLUMN record_versions.ground IS 'Why it was corrected or withdrawn: an entry of data/rules/amendment-grounds.json; told to the public.';
ALTER TABLE record_versions DROP CONSTRAINT record_versions_provenance;
ALTER TABLE record_versions ADD CONSTRAINT record_versions_provenance CHECK ((cause IN ('withdrawal', 'rehoming')
  OR proceeding_id IS NOT NULL OR (batch_id IS NOT NULL AND row_number IS NOT NULL)) IS TRUE);
-- Not valid: withdrawals of before were made by one person, and stay as they are.
ALTER TABLE record_versions ADD CONSTRAINT record_versions_two_people CHECK ((
  (proceeding_id IS NULL AND proposed_by IS NULL AND ground IS NULL AND cause <> 'withdrawal')
  OR (proceeding_id IS NOT NULL AND ground IS NOT NULL AND cause IN ('correction', 'withdrawal')
    AND proposed_by <> recorded_by AND char_length(reason) >= 2)) IS TRUE) NOT VALID;

CREATE TABLE record_amendments (
  proceeding_id uuid NOT NULL,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  base_version integer NOT NULL,
  item text NOT NULL,
  edition integer NOT NULL,
  source_body text NOT NULL,
  ground text NOT NULL,
  changed_on date,
  due_on date,
  due_missing text,
  changed_fields text[] NOT NULL,
  natural_key bytea,
  payload jsonb,
  sealed bytea,
  CONSTRAINT record_amendments_pkey PRIMARY KEY (proceeding_id),
  CONSTRAINT record_amendments_proceeding FOREIGN KEY (proceeding_id) REFERENCES proceedings (proceeding_id),
  CONSTRAINT record_amendments_kind_known CHECK ((kind IN ('correction', 'withdrawal')) IS TRUE),
  CONSTRAINT record_amendments_content CHECK (((kind = 'correction') = (payload IS NOT NULL)) IS TRUE),
  CONSTRAINT record_amendments_changes CHECK ((kind = 'withdrawal' OR cardinality(changed_fields) > 0) IS TRUE)
);
CREATE INDEX record_amendments_record ON record_amendments (record_id);
COMMENT ON TABLE record_amendments IS 'Append-only. What somebody proposed to correct or withdraw, as it was proposed; its state stands in proceedings.';
COMMENT ON COLUMN record_amendments.base_version IS 'The version that was looked at; a proposal about an older one can no longer be approved.';
COMMENT ON COLUMN record_amendments.changed_on IS 'Day on which the decision was changed, revoked, found unlawful or void; null where only the record was wrong.';
COMMENT ON COLUMN record_amendments.due_on IS 'Last day of the statutory term from changed_on, or null where none runs or due_missing names the calendar file that is needed.';
COMMENT ON COLUMN record_amendments.natural_key IS 'The further natural key of the record, where the proposal changes a field of the key.';
COMMENT ON COLUMN record_amendments.payload IS 'The whole content as it is to be; identity numbers only as keyed hash and masked form.';
COMMENT ON COLUMN record_amendments.sealed IS 'Identity numbers of the content, AES-256-GCM under the keyring of the installation, or null.';
ALTER TABLE record_amendments ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_amendments_scope ON record_amendments TO mingxin_app
  USING ((SELECT in_scope()) OR in_body(source_body))
  WITH CHECK ((SELECT in_scope()) OR in_body(source_body));
CREATE TRIGGER record_amendments_append_only BEFORE UPDATE OR DELETE ON record_amendments
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_amendments_no_truncate BEFORE TRUNCATE ON record_amendments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON record_amendments TO mingxin_app;

-- Of one record one thing is decided at a time.
CREATE UNIQUE INDEX proceedings_one_amendment ON proceedings (target)
  WHERE ended_at IS NULL AND procedure IN ('record-correction', 'record-withdrawal');

CREATE OR REPLACE VIEW register.record_changes AS
  SELECT r.subject_id, r.record_id, v.version, v.known_from, v.cause, v.changed_fields, v.ground
  FROM records r
  JOIN open_publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
  JOIN records h ON h.record_id = r.record_id
  JOIN record_versions v ON v.subject_id = h.subject_id AND v.record_id = h.record_id AND NOT v.retired
  WHERE r.state = 'active';
