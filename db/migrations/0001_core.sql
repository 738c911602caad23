-- The heart of the register: law, subjects, records in append-only versions, publications, intake, audit.
-- Runs as mingxin_owner with search_path mingxin. Distribution of each table: db/distribution.ts.

CREATE FUNCTION city_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date $$;
COMMENT ON FUNCTION city_today() IS 'The current day in the city''s zone; public views exclude by it.';

CREATE FUNCTION in_scope() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('mingxin.scope', true), '') = 'all' $$;
COMMENT ON FUNCTION in_scope() IS 'Whether the transaction has declared its scope; without it row-level security shows nothing.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '% on %: this table is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'MX001'; END $$;
COMMENT ON FUNCTION refuse_change() IS 'Second lock behind the missing privileges of append-only tables (plain servers; Citus has no triggers).';

-- Law -------------------------------------------------------------------------------------------------------------

CREATE TABLE catalogue_editions (
  item text NOT NULL,
  edition integer NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  digest bytea NOT NULL,
  public_fields text[] NOT NULL,
  roles jsonb NOT NULL,
  definition jsonb NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT catalogue_editions_pkey PRIMARY KEY (item, edition),
  CONSTRAINT catalogue_editions_edition_positive CHECK ((edition >= 1) IS TRUE)
);
COMMENT ON TABLE catalogue_editions IS 'Each edition of each catalogue item as it was loaded; never changed, records are bound to it.';
COMMENT ON COLUMN catalogue_editions.digest IS 'SHA-256 of the canonical JSON of the definition.';
COMMENT ON COLUMN catalogue_editions.public_fields IS 'Keys of the fields that may be shown to the public; the public view lets only these through.';
COMMENT ON COLUMN catalogue_editions.roles IS 'Field role to field key, for reads that must find the headline or the authority of any item.';

CREATE TABLE bodies (
  body text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  uscc text,
  division text NOT NULL,
  valid_from date,
  valid_to date,
  successor text,
  CONSTRAINT bodies_pkey PRIMARY KEY (body)
);
COMMENT ON TABLE bodies IS 'Bodies of government and other sources, loaded from data/catalogue/bodies.json.';

CREATE TABLE calendar_years (
  year integer NOT NULL,
  digest bytea NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT calendar_years_pkey PRIMARY KEY (year)
);
COMMENT ON TABLE calendar_years IS 'Which text of data/calendar/<year>.json the stored terms were counted by; a new or amended year makes them be counted anew.';
COMMENT ON COLUMN calendar_years.digest IS 'SHA-256 of the days that the file names.';

-- Subjects --------------------------------------------------------------------------------------------------------

CREATE TABLE subjects (
  subject_id uuid NOT NULL,
  kind text NOT NULL,
  uscc text,
  origin_batch uuid NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT subjects_pkey PRIMARY KEY (subject_id),
  CONSTRAINT subjects_kind_known CHECK ((kind IN ('organization', 'sole_trader', 'public_body')) IS TRUE)
);
COMMENT ON TABLE subjects IS 'Organisations and sole traders. Natural persons are not kept here at all.';

COMMENT ON COLUMN subjects.uscc IS 'The code that brought it into being; null where a judgement did. Whom a code means now, subject_identifiers tells.';
COMMENT ON COLUMN subjects.origin_batch IS 'The batch, or the judgement, that brought it into being.';

CREATE TABLE subject_identifiers (
  value text NOT NULL,
  scheme text NOT NULL,
  subject_id uuid NOT NULL,
  origin_subject uuid NOT NULL,
  batch_id uuid NOT NULL,
  CONSTRAINT subject_identifiers_pkey PRIMARY KEY (value, scheme, subject_id)
);
CREATE UNIQUE INDEX subject_identifiers_one_per_code ON subject_identifiers (value) WHERE scheme = 'uscc';
CREATE INDEX subject_identifiers_beside ON subject_identifiers (subject_id)
  WHERE scheme NOT IN ('uscc', 'organisation-code') OR subject_id <> origin_subject;
COMMENT ON TABLE subject_identifiers IS 'Identifier to subject; distributed by its value, so that a look-up touches one shard. A credit code leads to one subject; an older number may have been given to several, and then leads nowhere by itself.';
COMMENT ON COLUMN subject_identifiers.scheme IS 'uscc; organisation-code (positions 9 to 17 of the credit code); registration-number and other numbers that rows with a valid code reported beside it.';
COMMENT ON COLUMN subject_identifiers.origin_subject IS 'The subject that it came in for; a merge or split changes only subject_id.';

CREATE TABLE subject_names (
  subject_id uuid NOT NULL,
  folded text NOT NULL,
  via uuid NOT NULL,
  name text NOT NULL,
  searchable boolean NOT NULL,
  valid_from date NOT NULL,
  registered_from date,
  retracted_at timestamptz,
  batch_id uuid NOT NULL,
  CONSTRAINT subject_names_pkey PRIMARY KEY (subject_id, folded, via)
);
COMMENT ON TABLE subject_names IS 'Every name under which a subject was registered or reported, in time.';
COMMENT ON COLUMN subject_names.via IS 'The subject itself, or the one whose merge brought the name along.';
COMMENT ON COLUMN subject_names.valid_from IS 'Earliest day that carries the name: approval of the registration or day of a decision.';
COMMENT ON COLUMN subject_names.registered_from IS 'Latest approval day of a registration under this name; null where only reports of others carry it. The newest is the current name.';
COMMENT ON COLUMN subject_names.retracted_at IS 'The name was a mistake and is corrected, or went elsewhere: it is shown and found nowhere.';
COMMENT ON COLUMN subject_names.folded IS 'Name folded for comparison: NFKC, upper case, without brackets and spaces.';

CREATE TABLE subject_redirects (
  subject_id uuid NOT NULL,
  judgement_id uuid NOT NULL,
  into_subject uuid NOT NULL,
  since timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT subject_redirects_pkey PRIMARY KEY (subject_id, judgement_id),
  CONSTRAINT subject_redirects_not_itself CHECK ((subject_id <> into_subject) IS TRUE)
);
CREATE UNIQUE INDEX subject_redirects_one ON subject_redirects (subject_id) WHERE ended_at IS NULL;
CREATE INDEX subject_redirects_into ON subject_redirects (into_subject) WHERE ended_at IS NULL;
COMMENT ON TABLE subject_redirects IS 'Merged subject to the one that it turned out to be; its pages answer 308. Ended where the merge was undone.';

CREATE TABLE judgements (
  judgement_id uuid NOT NULL,
  kind text NOT NULL,
  claim bytea,
  natural_key bytea,
  subject_id uuid,
  other_subject uuid,
  decided_by text NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  undoes uuid,
  detail jsonb NOT NULL,
  CONSTRAINT judgements_pkey PRIMARY KEY (judgement_id),
  CONSTRAINT judgements_kind_known CHECK ((kind IN ('attach', 'not-same', 'new-subject', 'merge', 'split', 'undo')) IS TRUE),
  CONSTRAINT judgements_undo CHECK (((kind = 'undo') = (undoes IS NOT NULL)) IS TRUE),
  CONSTRAINT judgements_claimed CHECK ((kind NOT IN ('attach', 'not-same', 'new-subject') OR (claim IS NOT NULL AND subject_id IS NOT NULL)) IS TRUE),
  CONSTRAINT judgements_moved CHECK ((kind NOT IN ('merge', 'split') OR (subject_id IS NOT NULL AND other_subject IS NOT NULL)) IS TRUE),
  CONSTRAINT judgements_reasoned CHECK ((char_length(reason) >= 2) IS TRUE)
);
CREATE UNIQUE INDEX judgements_undone_once ON judgements (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX judgements_claim ON judgements (claim) WHERE claim IS NOT NULL;
COMMENT ON TABLE judgements IS 'Append-only. What somebody decided about whose a row or record is; taken back only by a further judgement.';
COMMENT ON COLUMN judgements.claim IS 'SHA-256 over the canonical JSON of a row''s identifiers and folded name; later rows with the same claim follow.';
COMMENT ON COLUMN judgements.natural_key IS 'The waiting row that was judged.';
COMMENT ON COLUMN judgements.subject_id IS 'To whom it goes: subject of an attachment, result of a merge, receiver of a split.';
COMMENT ON COLUMN judgements.other_subject IS 'From whom it goes: the merged or split subject.';
COMMENT ON COLUMN judgements.detail IS 'What was moved, so that undoing moves exactly that back: ids and identifiers of organisations, no contents.';

CREATE TABLE subject_search (
  subject_id uuid NOT NULL,
  folded text NOT NULL,
  name text NOT NULL,
  uscc text,
  kind text NOT NULL,
  searchable boolean NOT NULL,
  grams integer[] NOT NULL,
  CONSTRAINT subject_search_pkey PRIMARY KEY (subject_id, folded),
  CONSTRAINT subject_search_kind_known CHECK ((kind IN ('organization', 'sole_trader', 'public_body')) IS TRUE)
);
CREATE INDEX subject_search_grams ON subject_search USING gin (grams);
COMMENT ON TABLE subject_search IS 'Public names for search, without row-level security (array indexes are not used under it); never a person.';
COMMENT ON COLUMN subject_search.searchable IS 'False where the name of a sole trader is a person''s own: found by code only.';
COMMENT ON COLUMN subject_search.grams IS 'Single characters and character pairs of the folded name, each packed into 32 bits.';

-- Records ---------------------------------------------------------------------------------------------------------

CREATE TABLE record_keys (
  natural_key bytea NOT NULL,
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  CONSTRAINT record_keys_pkey PRIMARY KEY (natural_key)
);
COMMENT ON TABLE record_keys IS 'Natural key (SHA-256 over item, source body and key fields) to record; makes every intake idempotent.';

CREATE TABLE records (
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  item text NOT NULL,
  source_body text NOT NULL,
  natural_key bytea NOT NULL,
  decision_date date NOT NULL,
  document_number text NOT NULL,
  document_folded text NOT NULL,
  state text NOT NULL,
  ended_on date,
  head_version integer NOT NULL,
  head_edition integer NOT NULL,
  head_hash bytea NOT NULL,
  head_batch uuid NOT NULL,
  CONSTRAINT records_pkey PRIMARY KEY (subject_id, record_id),
  CONSTRAINT records_state_known CHECK ((state IN ('active', 'withdrawn', 'rehomed')) IS TRUE),
  CONSTRAINT records_ended_with_date CHECK (((state = 'active') = (ended_on IS NULL)) IS TRUE)
);
CREATE INDEX records_record_id ON records (record_id);
CREATE INDEX records_document ON records (document_folded);
CREATE INDEX records_item_decided ON records (item, decision_date DESC, record_id DESC);
COMMENT ON TABLE records IS 'One decision in its subject''s archive; points at its newest version.';
COMMENT ON COLUMN records.head_hash IS 'SHA-256 of the canonical content of the newest version; equal content is a duplicate.';
COMMENT ON COLUMN records.state IS 'active; withdrawn by its source; rehomed under another subject, where a new record stands.';

CREATE TABLE record_versions (
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  item text NOT NULL,
  edition integer NOT NULL,
  known_from timestamptz NOT NULL,
  recorded_by text NOT NULL,
  cause text NOT NULL,
  changed_fields text[] NOT NULL,
  reason text,
  commitment bytea NOT NULL,
  batch_id uuid,
  row_number integer,
  judgement_id uuid,
  retired boolean NOT NULL DEFAULT false,
  linked_subject uuid,
  CONSTRAINT record_versions_pkey PRIMARY KEY (subject_id, record_id, version),
  CONSTRAINT record_versions_cause_known CHECK ((cause IN ('first', 'correction', 'withdrawal', 'rehoming')) IS TRUE),
  CONSTRAINT record_versions_first CHECK (((version = 1) = (cause = 'first')) IS TRUE),
  CONSTRAINT record_versions_commitment_size CHECK ((octet_length(commitment) = 32) IS TRUE),
  CONSTRAINT record_versions_provenance CHECK ((cause IN ('withdrawal', 'rehoming') OR (batch_id IS NOT NULL AND row_number IS NOT NULL)) IS TRUE),
  CONSTRAINT record_versions_rehomed_by_judgement CHECK ((cause <> 'rehoming' OR judgement_id IS NOT NULL) IS TRUE),
  CONSTRAINT record_versions_retired CHECK ((NOT retired OR cause = 'rehoming') IS TRUE)
);
CREATE INDEX record_versions_judgement ON record_versions (judgement_id) WHERE judgement_id IS NOT NULL;
COMMENT ON TABLE record_versions IS 'Append-only. What was known of a record from when on; known until the next version''s known_from.';
COMMENT ON COLUMN record_versions.known_from IS 'Moment at which the merging transaction began; a batch''s versions count for as-of reads from its finished_at.';
COMMENT ON COLUMN record_versions.changed_fields IS 'Keys of the fields that differ from the version before; told to the public without the contents.';
COMMENT ON COLUMN record_versions.judgement_id IS 'The judgement by which a person filed or moved it; null where a machine filed it.';
COMMENT ON COLUMN record_versions.retired IS 'The record leaves this subject with this version.';
COMMENT ON COLUMN record_versions.linked_subject IS 'Of a rehoming: the subject to which it went, or from which it came; null where the row waits again.';
COMMENT ON COLUMN record_versions.commitment IS 'SHA-256(salt || RFC 8785 canonical JSON of the envelope); the entry of the transparency log.';

CREATE TABLE version_contents (
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  payload jsonb NOT NULL,
  sealed bytea,
  salt bytea NOT NULL,
  CONSTRAINT version_contents_pkey PRIMARY KEY (subject_id, record_id, version),
  CONSTRAINT version_contents_salt_size CHECK ((octet_length(salt) = 16) IS TRUE)
);
COMMENT ON TABLE version_contents IS 'Payload and salt of a version, once. Erasing a row leaves its commitment valid and unguessable.';
COMMENT ON COLUMN version_contents.payload IS 'Normalised values; identity numbers only as keyed hash and masked form.';
COMMENT ON COLUMN version_contents.sealed IS 'Identity numbers, AES-256-GCM under the keyring of the installation, or null.';

CREATE TABLE publications (
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  item text NOT NULL,
  source_body text NOT NULL,
  decision_date date NOT NULL,
  due_on date,
  due_missing text,
  public_from date,
  public_until date,
  severity text,
  severity_origin text,
  hold text,
  first_public_at timestamptz,
  reported_at timestamptz NOT NULL,
  masked jsonb,
  CONSTRAINT publications_pkey PRIMARY KEY (subject_id, record_id),
  CONSTRAINT publications_held_or_dated CHECK (((hold IS NULL) = (public_from IS NOT NULL)) IS TRUE),
  CONSTRAINT publications_severity_known CHECK ((severity IS NULL OR severity IN ('minor', 'general', 'serious')) IS TRUE),
  CONSTRAINT publications_window_ordered CHECK ((public_until IS NULL OR public_from IS NULL OR public_until >= public_from) IS TRUE)
);
CREATE INDEX publications_item_month ON publications (item, source_body, decision_date);
COMMENT ON TABLE publications IS 'When a record is due to be public, from when and until when it is, or why it is held.';
COMMENT ON COLUMN publications.due_on IS 'Last day of the publication term, or null where due_missing names the calendar file that is needed.';
COMMENT ON COLUMN publications.hold IS 'Why the record is not public: minor-not-published, window-ended, severity-unconfirmed, severity-undecided; rehomed where the record went to another subject, whose publication counts.';
COMMENT ON COLUMN publications.masked IS 'Free-text fields as the public sees them, where third persons'' numbers were masked; null when none was.';

-- Intake ----------------------------------------------------------------------------------------------------------

CREATE TABLE batches (
  batch_id uuid NOT NULL,
  item text NOT NULL,
  edition integer NOT NULL,
  profile text,
  source_body text,
  file_name text NOT NULL,
  content_sha256 bytea NOT NULL,
  bytes bigint NOT NULL,
  file_key bytea NOT NULL,
  attested boolean NOT NULL,
  uploaded_by text NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  rows_read integer NOT NULL DEFAULT 0,
  rows_filed integer NOT NULL DEFAULT 0,
  rows integer,
  accepted integer,
  changed integer,
  duplicates integer,
  review integer,
  held integer,
  rejected integer,
  seconds double precision,
  format text,
  notes jsonb,
  publication jsonb,
  refusal jsonb,
  finished_at timestamptz,
  CONSTRAINT batches_pkey PRIMARY KEY (batch_id),
  CONSTRAINT batches_state_known CHECK ((state IN ('received', 'reading', 'checking', 'merging', 'done', 'refused', 'failed')) IS TRUE),
  CONSTRAINT batches_counts_add_up CHECK ((state <> 'done' OR accepted + changed + duplicates + review + rejected = rows) IS TRUE),
  CONSTRAINT batches_held_within_review CHECK ((held IS NULL OR held <= review) IS TRUE),
  CONSTRAINT batches_edition FOREIGN KEY (item, edition) REFERENCES catalogue_editions (item, edition)
);
CREATE INDEX batches_received ON batches (received_at DESC, batch_id DESC);
COMMENT ON TABLE batches IS 'One file or body that was handed in: who, when, under which edition, what became of its rows.';
COMMENT ON COLUMN batches.file_key IS 'Key of the raw file, wrapped by the installation''s keyring.';
COMMENT ON COLUMN batches.attested IS 'The uploader vouches for proposals of the severity rule.';
COMMENT ON COLUMN batches.lease_until IS 'A worker that lives renews this; past it the batch is shown as interrupted and is taken up anew.';
COMMENT ON COLUMN batches.held IS 'Rows on natural persons among those in review, waiting until their safeguards exist.';
COMMENT ON COLUMN batches.publication IS 'What became of the filed rows: public, or held by which reason, in counts.';
COMMENT ON COLUMN batches.refusal IS 'Why the whole file was refused: code, message, remedy.';

CREATE TABLE batch_causes (
  batch_id uuid NOT NULL,
  cause integer NOT NULL,
  code text NOT NULL,
  severity text NOT NULL,
  field text,
  column_title text,
  message jsonb NOT NULL,
  remedy jsonb NOT NULL,
  total integer NOT NULL,
  row_ranges int4multirange NOT NULL,
  samples jsonb NOT NULL,
  CONSTRAINT batch_causes_pkey PRIMARY KEY (batch_id, cause),
  CONSTRAINT batch_causes_severity_known CHECK ((severity IN ('error', 'review', 'warning', 'change')) IS TRUE)
);
COMMENT ON TABLE batch_causes IS 'Findings of a batch grouped by cause: how many, in which rows, with samples. A million equal errors are one line.';

CREATE TABLE batch_findings (
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  ordinal integer NOT NULL,
  cause integer NOT NULL,
  value text NOT NULL,
  CONSTRAINT batch_findings_pkey PRIMARY KEY (batch_id, row_number, ordinal)
);
COMMENT ON TABLE batch_findings IS 'Every single error, review and warning of a batch with the value that stood there; identity numbers masked.';

CREATE TABLE waiting_rows (
  natural_key bytea NOT NULL,
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  item text NOT NULL,
  edition integer NOT NULL,
  source_body text NOT NULL,
  reason text NOT NULL,
  content_hash bytea NOT NULL,
  sealed bytea NOT NULL,
  received_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by uuid,
  claim bytea,
  subject_id uuid,
  CONSTRAINT waiting_rows_pkey PRIMARY KEY (natural_key),
  CONSTRAINT waiting_rows_edition FOREIGN KEY (item, edition) REFERENCES catalogue_editions (item, edition)
);
CREATE INDEX waiting_rows_reason ON waiting_rows (reason, received_at);
CREATE INDEX waiting_rows_subject ON waiting_rows (subject_id) WHERE subject_id IS NOT NULL AND settled_at IS NULL;
CREATE INDEX waiting_rows_claim ON waiting_rows (claim) WHERE claim IS NOT NULL AND settled_at IS NULL;
COMMENT ON TABLE waiting_rows IS 'Rows that no machine may file: doubtful subjects, and rows on natural persons. Contents are sealed.';
COMMENT ON COLUMN waiting_rows.settled_by IS 'Batch or judgement that filed the row after all; a settled row waits no more and is kept.';
COMMENT ON COLUMN waiting_rows.claim IS 'SHA-256 over the row''s identifiers and folded name, by which a judgement finds its likes; null for natural persons.';
COMMENT ON COLUMN waiting_rows.subject_id IS 'The subject that the row''s code leads to, where the name contradicts it.';
COMMENT ON COLUMN waiting_rows.sealed IS 'The row''s values, AES-256-GCM under the keyring of the installation.';

CREATE TABLE idempotency_keys (
  actor text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  batch_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (actor, key)
);
COMMENT ON TABLE idempotency_keys IS 'Answers to repeated POST requests: same key and same content give the same batch, other content is refused.';

-- Audit -----------------------------------------------------------------------------------------------------------

CREATE TABLE audit_entries (
  entry_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  target text NOT NULL,
  detail jsonb NOT NULL,
  request_id text,
  CONSTRAINT audit_entries_pkey PRIMARY KEY (entry_id)
);
CREATE INDEX audit_entries_target ON audit_entries (target, at);
COMMENT ON TABLE audit_entries IS 'Append-only. Who did or read what, written in the transaction of the act itself.';

-- What a record's state may become ----------------------------------------------------------------------------------

CREATE FUNCTION guard_record_state() RETURNS trigger LANGUAGE plpgsql
  AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'active' AND NEW.state = 'withdrawn' THEN
    IF EXISTS (SELECT FROM record_versions v WHERE v.subject_id = NEW.subject_id AND v.record_id = NEW.record_id
      AND v.version = NEW.head_version AND v.cause = 'withdrawal') THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'record %: withdrawn only by a version that says so', NEW.record_id USING ERRCODE = 'MX002';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state <> 'rehomed' AND NEW.state <> 'rehomed' THEN
    RAISE EXCEPTION 'record %: what is % does not become % again', NEW.record_id, OLD.state, NEW.state USING ERRCODE = 'MX002';
  END IF;
  IF NOT EXISTS (SELECT FROM record_versions v JOIN judgements j ON j.judgement_id = v.judgement_id
    WHERE v.subject_id = NEW.subject_id AND v.record_id = NEW.record_id AND v.version = NEW.head_version
      AND v.cause = 'rehoming' AND v.retired = (NEW.state = 'rehomed')
      AND NOT EXISTS (SELECT FROM record_versions later WHERE later.subject_id = v.subject_id
        AND later.record_id = v.record_id AND later.version > v.version)) THEN
    RAISE EXCEPTION 'record %: only a judgement moves a record to or from a subject', NEW.record_id USING ERRCODE = 'MX002';
  END IF;
  IF NEW.state = 'active' AND EXISTS (SELECT FROM records r JOIN record_versions v ON v.subject_id = r.subject_id AND v.record_id = r.record_id
    WHERE r.record_id = NEW.record_id AND v.cause = 'withdrawal') THEN
    RAISE EXCEPTION 'record %: what was withdrawn stays withdrawn wherever it is moved', NEW.record_id USING ERRCODE = 'MX002';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION guard_record_state() IS 'A withdrawn record never becomes active; rehomed and back only with a version that names its judgement (plain servers; Citus has no triggers).';

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN RETURN; END IF;
  CREATE TRIGGER records_state BEFORE UPDATE ON records FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION guard_record_state();
  CREATE TRIGGER records_arrival BEFORE INSERT ON records FOR EACH ROW WHEN (NEW.head_version > 1)
    EXECUTE FUNCTION guard_record_state();
END $$;

-- Append-only, second lock ------------------------------------------------------------------------------------------

DO $$
DECLARE name text;
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN RETURN; END IF;
  FOREACH name IN ARRAY ARRAY['record_versions', 'audit_entries', 'catalogue_editions', 'batch_findings', 'batch_causes', 'judgements'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
  CREATE TRIGGER version_contents_no_update BEFORE UPDATE ON version_contents FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER version_contents_no_truncate BEFORE TRUNCATE ON version_contents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
END $$;

-- Rights ------------------------------------------------------------------------------------------------------------

GRANT EXECUTE ON FUNCTION city_today(), in_scope() TO mingxin_app, mingxin_public_read, mingxin_eraser;
GRANT SELECT ON catalogue_editions, bodies TO mingxin_app;
GRANT SELECT, INSERT ON subjects, subject_identifiers, subject_names, record_keys, record_versions, version_contents,
  batch_causes, batch_findings, idempotency_keys TO mingxin_app;
GRANT SELECT, INSERT, DELETE ON subject_search TO mingxin_app;
GRANT SELECT, INSERT ON judgements, subject_redirects TO mingxin_app;
GRANT UPDATE (ended_at) ON subject_redirects TO mingxin_app;
GRANT UPDATE (valid_from, registered_from, retracted_at) ON subject_names TO mingxin_app;
GRANT UPDATE (subject_id) ON subject_identifiers TO mingxin_app;
GRANT UPDATE (subject_id) ON record_keys TO mingxin_app;
GRANT SELECT, INSERT ON records TO mingxin_app;
GRANT UPDATE (decision_date, document_number, document_folded, state, ended_on, head_version, head_edition, head_hash, head_batch)
  ON records TO mingxin_app;
GRANT SELECT, INSERT ON publications TO mingxin_app;
GRANT UPDATE (decision_date, due_on, due_missing, public_from, public_until, severity, severity_origin, hold, first_public_at, masked)
  ON publications TO mingxin_app;
GRANT SELECT, INSERT, UPDATE ON waiting_rows TO mingxin_app;
GRANT SELECT, INSERT ON batches TO mingxin_app;
GRANT UPDATE (state, lease_until, attempts, rows_read, rows_filed, rows, accepted, changed, duplicates, review, held, rejected,
  seconds, format, notes, publication, refusal, finished_at) ON batches TO mingxin_app;
GRANT SELECT, INSERT ON audit_entries TO mingxin_app;
GRANT SELECT, DELETE ON version_contents TO mingxin_eraser;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['subjects', 'subject_names', 'records', 'record_versions', 'version_contents', 'publications',
    'waiting_rows', 'batches', 'batch_causes', 'batch_findings', 'judgements', 'subject_redirects'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I TO mingxin_app USING ((SELECT in_scope())) WITH CHECK ((SELECT in_scope()))', name || '_scope', name);
  END LOOP;
  CREATE POLICY version_contents_eraser ON version_contents TO mingxin_eraser USING (true);
END $$;

-- What the public may see ---------------------------------------------------------------------------------------------

CREATE VIEW register.records AS
  SELECT r.subject_id, r.record_id, r.item, r.head_edition AS edition, r.source_body, r.document_number, r.document_folded,
    r.decision_date, r.head_version AS version, p.severity, p.first_public_at, p.public_until, p.reported_at, p.due_on,
    p.due_missing, v.commitment, coalesce(p.masked, '{}'::jsonb) AS masked, e.roles,
    (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}'::jsonb) FROM jsonb_each(c.payload) f
      WHERE f.key = ANY (e.public_fields)) || coalesce(p.masked, '{}'::jsonb) AS content
  FROM records r
  JOIN publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
  JOIN record_versions v ON v.subject_id = r.subject_id AND v.record_id = r.record_id AND v.version = r.head_version
  JOIN version_contents c ON c.subject_id = r.subject_id AND c.record_id = r.record_id AND c.version = r.head_version
  JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
  WHERE r.state = 'active' AND p.hold IS NULL AND p.public_from <= city_today()
    AND (p.public_until IS NULL OR p.public_until >= city_today());
COMMENT ON VIEW register.records IS 'Records that are public today, with their public fields only; ended ones fall out by date arithmetic.';

CREATE VIEW register.record_changes AS
  SELECT r.subject_id, r.record_id, v.version, v.known_from, v.cause, v.changed_fields
  FROM records r
  JOIN publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
  JOIN records h ON h.record_id = r.record_id
  JOIN record_versions v ON v.subject_id = h.subject_id AND v.record_id = h.record_id AND NOT v.retired
  WHERE r.state = 'active' AND p.hold IS NULL AND p.public_from <= city_today()
    AND (p.public_until IS NULL OR p.public_until >= city_today());
COMMENT ON VIEW register.record_changes IS 'That, when and why class a public record changed, and in which fields; never the former content.';

CREATE VIEW register.gone_records AS
  SELECT r.record_id,
    CASE WHEN r.state = 'active' THEN 'window-ended' ELSE r.state END AS reason,
    coalesce(r.ended_on, p.public_until + 1) AS since
  FROM records r
  JOIN publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
  WHERE p.first_public_at IS NOT NULL
    AND NOT (r.state = 'rehomed' AND EXISTS (SELECT FROM records h WHERE h.record_id = r.record_id
      AND (h.state <> 'rehomed' OR h.head_version > r.head_version)))
    AND (r.state <> 'active' OR (p.hold IS NULL AND p.public_until < city_today()));
COMMENT ON VIEW register.gone_records IS 'Records that were public once and are not any more: reason class and day, nothing else.';

CREATE VIEW register.subjects AS
  SELECT s.subject_id, s.folded, s.name, s.uscc, s.kind, s.searchable, s.grams FROM subject_search s;
COMMENT ON VIEW register.subjects IS 'Names of organisations for search.';

CREATE VIEW register.names AS
  SELECT n.subject_id, n.folded, n.name, n.valid_from, n.registered_from FROM subject_names n WHERE n.retracted_at IS NULL;
COMMENT ON VIEW register.names IS 'Names of an organisation in time, without those that were corrected.';

CREATE VIEW register.redirects AS
  SELECT r.subject_id, r.into_subject FROM subject_redirects r WHERE r.ended_at IS NULL;
COMMENT ON VIEW register.redirects IS 'Merged organisation to the one that it turned out to be.';

CREATE VIEW register.codes AS
  SELECT i.value AS uscc, i.subject_id FROM subject_identifiers i WHERE i.scheme = 'uscc';
COMMENT ON VIEW register.codes IS 'Credit code to organisation, those of merged ones as well.';

CREATE VIEW register.timeliness AS
  SELECT p.item, p.source_body, p.record_id, p.decision_date, p.due_on, p.due_missing, p.hold, p.reported_at,
    (p.first_public_at AT TIME ZONE 'Asia/Shanghai')::date AS published_on
  FROM publications p WHERE p.hold IS DISTINCT FROM 'rehomed';
COMMENT ON VIEW register.timeliness IS 'The dates behind the figures of timeliness; no content and no subject.';

CREATE VIEW register.bodies AS SELECT body, name_zh, name_en, division, valid_from, valid_to, successor FROM bodies;
COMMENT ON VIEW register.bodies IS 'Bodies of government and other sources.';

GRANT USAGE ON SCHEMA register TO mingxin_public_read, mingxin_app;
GRANT SELECT ON register.records, register.record_changes, register.gone_records, register.subjects, register.names,
  register.redirects, register.codes, register.timeliness, register.bodies TO mingxin_public_read;
