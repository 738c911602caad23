-- People, keys and what they may see: the rows of their own body, held by row-level security; proceedings with four eyes.
-- Tables of schema accounts are seen by the role mingxin_accounts only, so that no other role ever reads a secret.

CREATE FUNCTION in_body(body text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('mingxin.scope', true) = 'body:' || body, false) $$;
COMMENT ON FUNCTION in_body(text) IS 'Whether the transaction has declared the scope of this body; false for a row of no body.';

-- Whose rows ------------------------------------------------------------------------------------------------------

ALTER TABLE batches ADD COLUMN body text;
COMMENT ON COLUMN batches.body IS 'The body for which the uploader acted; null for the machine''s own key.';

DROP POLICY batches_scope ON batches;
CREATE POLICY batches_scope ON batches TO mingxin_app
  USING ((SELECT in_scope()) OR in_body(body) OR in_body(source_body))
  WITH CHECK ((SELECT in_scope()) OR in_body(body));

DROP POLICY batch_causes_scope ON batch_causes;
CREATE POLICY batch_causes_scope ON batch_causes TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM batches b WHERE b.batch_id = batch_causes.batch_id))
  WITH CHECK ((SELECT in_scope()));

DROP POLICY batch_findings_scope ON batch_findings;
CREATE POLICY batch_findings_scope ON batch_findings TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM batches b WHERE b.batch_id = batch_findings.batch_id))
  WITH CHECK ((SELECT in_scope()));

DROP POLICY waiting_rows_scope ON waiting_rows;
CREATE POLICY waiting_rows_scope ON waiting_rows TO mingxin_app
  USING ((SELECT in_scope()) OR in_body(source_body))
  WITH CHECK ((SELECT in_scope()));

DROP POLICY records_scope ON records;
CREATE POLICY records_scope ON records TO mingxin_app
  USING ((SELECT in_scope()) OR in_body(source_body))
  WITH CHECK ((SELECT in_scope()) OR in_body(source_body));

DROP POLICY record_versions_scope ON record_versions;
CREATE POLICY record_versions_scope ON record_versions TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM records r
    WHERE r.subject_id = record_versions.subject_id AND r.record_id = record_versions.record_id))
  WITH CHECK ((SELECT in_scope()) OR EXISTS (SELECT FROM records r
    WHERE r.subject_id = record_versions.subject_id AND r.record_id = record_versions.record_id));

DROP POLICY version_contents_scope ON version_contents;
CREATE POLICY version_contents_scope ON version_contents TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM records r
    WHERE r.subject_id = version_contents.subject_id AND r.record_id = version_contents.record_id))
  WITH CHECK ((SELECT in_scope()) OR EXISTS (SELECT FROM records r
    WHERE r.subject_id = version_contents.subject_id AND r.record_id = version_contents.record_id));

DROP POLICY publications_scope ON publications;
CREATE POLICY publications_scope ON publications TO mingxin_app
  USING ((SELECT in_scope()) OR in_body(source_body))
  WITH CHECK ((SELECT in_scope()) OR in_body(source_body));

DROP POLICY subjects_scope ON subjects;
CREATE POLICY subjects_scope ON subjects TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM records r WHERE r.subject_id = subjects.subject_id))
  WITH CHECK ((SELECT in_scope()));

DROP POLICY subject_names_scope ON subject_names;
CREATE POLICY subject_names_scope ON subject_names TO mingxin_app
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM records r WHERE r.subject_id = subject_names.subject_id))
  WITH CHECK ((SELECT in_scope()));

-- The trail -------------------------------------------------------------------------------------------------------

ALTER TABLE audit_entries ADD COLUMN body text, ADD COLUMN purpose text, ADD COLUMN origin text;
COMMENT ON COLUMN audit_entries.body IS 'The body for which it was done.';
COMMENT ON COLUMN audit_entries.purpose IS 'What a restricted read was for, as the reader stated it.';
COMMENT ON COLUMN audit_entries.origin IS 'Network address from which the request came.';
CREATE INDEX audit_entries_at ON audit_entries (at DESC, entry_id DESC);
CREATE INDEX audit_entries_actor ON audit_entries (actor, at DESC);
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entries_read ON audit_entries FOR SELECT TO mingxin_app USING ((SELECT in_scope()));
CREATE POLICY audit_entries_write ON audit_entries FOR INSERT TO mingxin_app, mingxin_accounts
  WITH CHECK (coalesce(current_setting('mingxin.scope', true), '') <> '');

-- Proceedings -----------------------------------------------------------------------------------------------------

CREATE TABLE proceedings (
  proceeding_id uuid NOT NULL,
  procedure text NOT NULL,
  target text NOT NULL,
  body text,
  state text NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  ended_at timestamptz,
  decided_by text,
  four_eyes boolean NOT NULL,
  detail jsonb NOT NULL,
  CONSTRAINT proceedings_pkey PRIMARY KEY (proceeding_id),
  CONSTRAINT proceedings_four_eyes CHECK ((NOT four_eyes OR decided_by IS NULL OR decided_by <> opened_by) IS TRUE),
  CONSTRAINT proceedings_not_about_oneself CHECK ((NOT four_eyes OR decided_by IS NULL OR decided_by <> target) IS TRUE),
  CONSTRAINT proceedings_decided_ended CHECK ((decided_by IS NULL OR ended_at IS NOT NULL) IS TRUE)
);
COMMENT ON TABLE proceedings IS 'Each act that needs more than one step or person; what happened stands in proceeding_events.';
COMMENT ON COLUMN proceedings.procedure IS 'Procedure of data/procedures by whose states and acts it runs.';
COMMENT ON COLUMN proceedings.decided_by IS 'Who ended it by a decision; null while it runs and where whoever opened it took it back.';
COMMENT ON COLUMN proceedings.four_eyes IS 'Whether whoever opened it may not decide it.';
CREATE INDEX proceedings_open ON proceedings (procedure, opened_at) WHERE ended_at IS NULL;
CREATE INDEX proceedings_target ON proceedings (target, opened_at);
ALTER TABLE proceedings ENABLE ROW LEVEL SECURITY;
CREATE POLICY proceedings_scope ON proceedings TO mingxin_app, mingxin_accounts
  USING ((SELECT in_scope()) OR in_body(body)) WITH CHECK ((SELECT in_scope()) OR in_body(body));
GRANT SELECT, INSERT ON proceedings TO mingxin_app, mingxin_accounts;
GRANT UPDATE (state, ended_at, decided_by) ON proceedings TO mingxin_app, mingxin_accounts;

CREATE TABLE proceeding_events (
  proceeding_id uuid NOT NULL,
  sequence integer NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  act text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text NOT NULL,
  CONSTRAINT proceeding_events_pkey PRIMARY KEY (proceeding_id, sequence),
  CONSTRAINT proceeding_events_proceeding FOREIGN KEY (proceeding_id) REFERENCES proceedings (proceeding_id)
);
COMMENT ON TABLE proceeding_events IS 'Every step of a proceeding with who took it and why; append-only.';
CREATE TRIGGER proceeding_events_append_only BEFORE DELETE OR UPDATE ON proceeding_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER proceeding_events_no_truncate BEFORE TRUNCATE ON proceeding_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE proceeding_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY proceeding_events_scope ON proceeding_events TO mingxin_app, mingxin_accounts
  USING ((SELECT in_scope()) OR EXISTS (SELECT FROM proceedings p WHERE p.proceeding_id = proceeding_events.proceeding_id))
  WITH CHECK ((SELECT in_scope()) OR EXISTS (SELECT FROM proceedings p WHERE p.proceeding_id = proceeding_events.proceeding_id));
GRANT SELECT, INSERT ON proceeding_events TO mingxin_app, mingxin_accounts;
GRANT INSERT ON audit_entries TO mingxin_accounts;

-- Accounts --------------------------------------------------------------------------------------------------------
-- The first five tables are those of the library better-auth, its columns in our spelling.

CREATE TABLE accounts.people (
  id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL,
  image text,
  username text NOT NULL,
  display_username text,
  two_factor_enabled boolean,
  must_change_password boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT people_pkey PRIMARY KEY (id),
  CONSTRAINT people_email_once UNIQUE (email),
  CONSTRAINT people_username_once UNIQUE (username)
);
COMMENT ON TABLE accounts.people IS 'People who may sign in.';
COMMENT ON COLUMN accounts.people.must_change_password IS 'Set where somebody else chose the password; nothing else can be done until it is changed.';

CREATE TABLE accounts.sessions (
  id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  token text NOT NULL,
  ip_address text,
  user_agent text,
  user_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_once UNIQUE (token),
  CONSTRAINT sessions_person FOREIGN KEY (user_id) REFERENCES accounts.people (id) ON DELETE CASCADE
);
COMMENT ON TABLE accounts.sessions IS 'Who is signed in, until when.';
CREATE INDEX sessions_by_user ON accounts.sessions (user_id);

CREATE TABLE accounts.credentials (
  id uuid NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT credentials_pkey PRIMARY KEY (id),
  CONSTRAINT credentials_person FOREIGN KEY (user_id) REFERENCES accounts.people (id) ON DELETE CASCADE
);
COMMENT ON TABLE accounts.credentials IS 'How a person proves who they are: a password (scrypt), an identity service.';
CREATE INDEX credentials_by_user ON accounts.credentials (user_id);

CREATE TABLE accounts.verifications (
  id uuid NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE accounts.verifications IS 'Short-lived proofs, such as a sign-in that waits for its second factor.';
CREATE INDEX verifications_by_identifier ON accounts.verifications (identifier);

CREATE TABLE accounts.second_factors (
  id uuid NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  user_id uuid NOT NULL,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz,
  CONSTRAINT second_factors_pkey PRIMARY KEY (id),
  CONSTRAINT second_factors_person FOREIGN KEY (user_id) REFERENCES accounts.people (id) ON DELETE CASCADE
);
COMMENT ON TABLE accounts.second_factors IS 'Secrets of one-time codes (TOTP, RFC 6238), encrypted.';
CREATE INDEX second_factors_by_user ON accounts.second_factors (user_id);

CREATE TABLE accounts.sign_in_failures (
  username text NOT NULL,
  failures integer NOT NULL,
  locked_until timestamptz,
  CONSTRAINT sign_in_failures_pkey PRIMARY KEY (username)
);
COMMENT ON TABLE accounts.sign_in_failures IS 'Wrong passwords in a row by user name, whether or not there is such a user; too many lock it for a while.';

CREATE TABLE accounts.invitations (
  proceeding_id uuid NOT NULL,
  user_id uuid NOT NULL,
  first_hash bytea NOT NULL,
  second_hash bytea,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT invitations_pkey PRIMARY KEY (proceeding_id),
  CONSTRAINT invitations_person FOREIGN KEY (user_id) REFERENCES accounts.people (id)
);
COMMENT ON TABLE accounts.invitations IS 'By which an invited person sets a first password, in two halves: nobody alone could act in another''s name.';
COMMENT ON COLUMN accounts.invitations.first_hash IS 'SHA-256 of the half that whoever proposed it was given.';
COMMENT ON COLUMN accounts.invitations.second_hash IS 'SHA-256 of the half that whoever approved it was given; null until then.';

CREATE TABLE accounts.roles_held (
  user_id uuid NOT NULL,
  body text NOT NULL,
  role text NOT NULL,
  proceeding_id uuid NOT NULL,
  held_from timestamptz NOT NULL,
  held_until timestamptz,
  ended_by uuid,
  CONSTRAINT roles_held_pkey PRIMARY KEY (user_id, body, role, held_from),
  CONSTRAINT roles_held_person FOREIGN KEY (user_id) REFERENCES accounts.people (id),
  CONSTRAINT roles_held_ended CHECK (((held_until IS NULL) = (ended_by IS NULL)) IS TRUE)
);
COMMENT ON TABLE accounts.roles_held IS 'Which role a person holds in which body, from when until when, by which proceedings.';
COMMENT ON COLUMN accounts.roles_held.proceeding_id IS 'The proceeding, decided by a second person, that gave it.';
CREATE UNIQUE INDEX roles_held_once ON accounts.roles_held (user_id, body, role) WHERE held_until IS NULL;

CREATE TABLE accounts.api_keys (
  key_id uuid NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL,
  body text NOT NULL,
  roles text[] NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  approved_at timestamptz,
  ended_at timestamptz,
  last_used_on date,
  CONSTRAINT api_keys_pkey PRIMARY KEY (key_id),
  CONSTRAINT api_keys_token_once UNIQUE (token_hash),
  CONSTRAINT api_keys_for_programs CHECK ((roles <@ ARRAY['reporter', 'counter-clerk', 'regulator']) IS TRUE)
);
COMMENT ON TABLE accounts.api_keys IS 'Keys of programs, each for one body; only the hash is kept. No key holds a role that decides.';
COMMENT ON COLUMN accounts.api_keys.approved_at IS 'When a second person approved it; until then it opens nothing.';

GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.people, accounts.sessions, accounts.credentials, accounts.verifications,
  accounts.second_factors, accounts.sign_in_failures TO mingxin_accounts;
GRANT SELECT, INSERT ON accounts.invitations, accounts.roles_held, accounts.api_keys TO mingxin_accounts;
GRANT UPDATE (used_at, second_hash) ON accounts.invitations TO mingxin_accounts;
GRANT UPDATE (held_until, ended_by) ON accounts.roles_held TO mingxin_accounts;
GRANT UPDATE (approved_at, ended_at, last_used_on) ON accounts.api_keys TO mingxin_accounts;
