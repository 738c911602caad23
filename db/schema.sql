-- Printed by `npm run generate` from the live catalogs of a database that all migrations of db/migrations/ made.
-- For reading and review; editing it by hand fails the check. Schema mingxin: the tables. Schema register: what the
-- public role may read.

CREATE OR REPLACE FUNCTION mingxin.city_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date $function$;
COMMENT ON FUNCTION city_today() IS 'The current day in the city''s zone; public views exclude by it.';
GRANT EXECUTE ON FUNCTION city_today() TO PUBLIC;
GRANT EXECUTE ON FUNCTION city_today() TO mingxin_app;
GRANT EXECUTE ON FUNCTION city_today() TO mingxin_eraser;
GRANT EXECUTE ON FUNCTION city_today() TO mingxin_public_read;

CREATE OR REPLACE FUNCTION mingxin.count_reported()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  SELECT count(*) INTO NEW.reported
  FROM monthly_tables t
  JOIN publications p ON p.item = NEW.item AND p.source_body = t.body AND p.decision_date >= t.month
    AND p.decision_date < t.month + interval '1 month'
  JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
  WHERE t.table_id = NEW.table_id AND r.state = 'active';
  RETURN NEW;
END $function$;
COMMENT ON FUNCTION count_reported() IS 'Counts what a body reported of an item in the month of its table.';
GRANT EXECUTE ON FUNCTION count_reported() TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.guard_record_state()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$;
COMMENT ON FUNCTION guard_record_state() IS 'A withdrawn record never becomes active; rehomed and back only with a version that names its judgement (plain servers; Citus has no triggers).';
GRANT EXECUTE ON FUNCTION guard_record_state() TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.guard_service()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (SELECT s.served_on FROM service_statements s WHERE s.record_id = NEW.record_id ORDER BY s.sequence DESC LIMIT 1) IS NULL THEN
    RAISE EXCEPTION 'record %: nobody has stated that its decision was served', NEW.record_id USING ERRCODE = 'MX003';
  END IF;
  RETURN NEW;
END $function$;
COMMENT ON FUNCTION guard_service() IS 'What is held as not served is let go only by a statement of its body that names the day of service (plain servers; Citus has no triggers).';
GRANT EXECUTE ON FUNCTION guard_service() TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.guard_zero_report()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$;
COMMENT ON FUNCTION guard_zero_report() IS 'Refuses a zero report where decisions of the period are on file, and a row that skips one.';
GRANT EXECUTE ON FUNCTION guard_zero_report() TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.holds_grant(needed text, body text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(needed = ANY (string_to_array(current_setting('mingxin.grants', true), ','))
    AND (body IS NULL OR body = current_setting('mingxin.actor_body', true)), false) $function$;
COMMENT ON FUNCTION holds_grant(needed text, body text) IS 'Whether whoever asks holds a grant, in this body where one is named.';
GRANT EXECUTE ON FUNCTION holds_grant(needed text, body text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION holds_grant(needed text, body text) TO mingxin_accounts;
GRANT EXECUTE ON FUNCTION holds_grant(needed text, body text) TO mingxin_app;

CREATE OR REPLACE FUNCTION mingxin.in_body(body text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('mingxin.scope', true) = 'body:' || body, false) $function$;
COMMENT ON FUNCTION in_body(body text) IS 'Whether the transaction has declared the scope of this body; false for a row of no body.';
GRANT EXECUTE ON FUNCTION in_body(body text) TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.in_scope()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('mingxin.scope', true), '') = 'all' $function$;
COMMENT ON FUNCTION in_scope() IS 'Whether the transaction has declared its scope; without it row-level security shows nothing.';
GRANT EXECUTE ON FUNCTION in_scope() TO PUBLIC;
GRANT EXECUTE ON FUNCTION in_scope() TO mingxin_app;
GRANT EXECUTE ON FUNCTION in_scope() TO mingxin_eraser;
GRANT EXECUTE ON FUNCTION in_scope() TO mingxin_public_read;

CREATE OR REPLACE FUNCTION mingxin.is_actor(person text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('mingxin.actor', true), '') = person, false) $function$;
COMMENT ON FUNCTION is_actor(person text) IS 'Whether this person asks; false where the transaction has not declared who does.';
GRANT EXECUTE ON FUNCTION is_actor(person text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION is_actor(person text) TO mingxin_accounts;
GRANT EXECUTE ON FUNCTION is_actor(person text) TO mingxin_app;

CREATE OR REPLACE FUNCTION mingxin.is_explained_row(batch uuid, row_of integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce((SELECT e.act = 'explain' FROM row_explanations e
    WHERE e.batch_id = batch AND e.row_number = row_of ORDER BY e.sequence DESC LIMIT 1), false) $function$;
COMMENT ON FUNCTION is_explained_row(batch uuid, row_of integer) IS 'Whether the last act on a rejected row explained it.';
GRANT EXECUTE ON FUNCTION is_explained_row(batch uuid, row_of integer) TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.is_platform()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('mingxin.scope', true) = 'all' AND current_setting('mingxin.actor', true) = 'mingxin', false) $function$;
COMMENT ON FUNCTION is_platform() IS 'Whether the transaction is the platform''s own work, not somebody''s request.';
GRANT EXECUTE ON FUNCTION is_platform() TO PUBLIC;
GRANT EXECUTE ON FUNCTION is_platform() TO mingxin_accounts;
GRANT EXECUTE ON FUNCTION is_platform() TO mingxin_app;

CREATE OR REPLACE FUNCTION mingxin.is_rejected_row(batch uuid, row_of integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT EXISTS (SELECT FROM batch_findings f JOIN batch_causes c ON c.batch_id = f.batch_id AND c.cause = f.cause
    WHERE f.batch_id = batch AND f.row_number = row_of AND c.severity = 'error') $function$;
COMMENT ON FUNCTION is_rejected_row(batch uuid, row_of integer) IS 'Whether a row of a batch was not taken.';
GRANT EXECUTE ON FUNCTION is_rejected_row(batch uuid, row_of integer) TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.is_row_under_way(batch uuid, row_of integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT EXISTS (SELECT FROM batches u WHERE u.repairs = batch AND u.corrected_rows @> row_of
    AND u.state IN ('received', 'reading', 'checking', 'merging')) $function$;
COMMENT ON FUNCTION is_row_under_way(batch uuid, row_of integer) IS 'Whether a batch that carries the row, corrected, is worked on.';
GRANT EXECUTE ON FUNCTION is_row_under_way(batch uuid, row_of integer) TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION '% on %: this table is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'MX001'; END $function$;
COMMENT ON FUNCTION refuse_change() IS 'Second lock behind the missing privileges of append-only tables (plain servers; Citus has no triggers).';
GRANT EXECUTE ON FUNCTION refuse_change() TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.refuse_change_but_end()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN
    IF OLD.effective_to IS NULL AND NEW.effective_to IS NOT NULL AND to_jsonb(NEW) - 'effective_to' = to_jsonb(OLD) - 'effective_to' THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on %: of an edition only its end may be set, once', TG_OP, TG_TABLE_NAME USING ERRCODE = 'MX001';
  END $function$;
COMMENT ON FUNCTION refuse_change_but_end() IS 'Lets an update of an edition pass only where it sets an end that was open.';
GRANT EXECUTE ON FUNCTION refuse_change_but_end() TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.refuse_holding()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'record % has been public: only a withdrawal, which takes two people, ends that', NEW.record_id USING ERRCODE = 'MX003';
END $function$;
COMMENT ON FUNCTION refuse_holding() IS 'What has been public is not held as not served afterwards: one person alone takes nothing off the register (plain servers; Citus has no triggers).';
GRANT EXECUTE ON FUNCTION refuse_holding() TO PUBLIC;

CREATE OR REPLACE FUNCTION mingxin.rejected_rows(batch uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$ SELECT jsonb_build_object('open', b.rejected - p.repaired - p.refused - u.rows - e.rows, 'underWay', u.rows,
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
    WHERE b.batch_id = batch AND b.state = 'done' $function$;
COMMENT ON FUNCTION rejected_rows(batch uuid) IS 'The rejected rows of a finished batch by where they stand now; the counts add up to its rejected rows.';
GRANT EXECUTE ON FUNCTION rejected_rows(batch uuid) TO PUBLIC;

CREATE TABLE accounts.api_keys (
  key_id uuid NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL,
  body text NOT NULL,
  roles text[] NOT NULL,
  made_by text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  approved_at timestamp with time zone,
  ended_at timestamp with time zone,
  last_used_on date,
  CONSTRAINT api_keys_pkey PRIMARY KEY (key_id),
  CONSTRAINT api_keys_for_programs CHECK (((roles <@ ARRAY['reporter'::text, 'counter-clerk'::text, 'regulator'::text]) IS TRUE)),
  CONSTRAINT api_keys_token_once UNIQUE (token_hash)
);
COMMENT ON TABLE accounts.api_keys IS 'Keys of programs, each for one body; only the hash is kept. No key holds a role that decides.';
COMMENT ON COLUMN accounts.api_keys.approved_at IS 'When a second person approved it; until then it opens nothing.';
GRANT INSERT, SELECT, UPDATE (approved_at, ended_at, last_used_on) ON accounts.api_keys TO mingxin_accounts;

CREATE TABLE accounts.credentials (
  id uuid NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT credentials_pkey PRIMARY KEY (id),
  CONSTRAINT credentials_person FOREIGN KEY (user_id) REFERENCES accounts.people(id) ON DELETE CASCADE
);
CREATE INDEX credentials_by_user ON accounts.credentials USING btree (user_id);
CREATE UNIQUE INDEX credentials_identity_once ON accounts.credentials USING btree (provider_id, account_id);
CREATE UNIQUE INDEX credentials_way_once ON accounts.credentials USING btree (user_id, provider_id);
COMMENT ON TABLE accounts.credentials IS 'How a person proves who they are: a password (scrypt), an identity service.';
COMMENT ON COLUMN accounts.credentials.account_id IS 'The person''s id for a password, else the subject by which the identity service knows them.';
COMMENT ON COLUMN accounts.credentials.provider_id IS '''credential'' for a password, else the issuer of an identity service (OpenID Connect).';
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts.credentials TO mingxin_accounts;

CREATE TABLE accounts.invitations (
  proceeding_id uuid NOT NULL,
  user_id uuid NOT NULL,
  first_hash bytea NOT NULL,
  second_hash bytea,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT invitations_pkey PRIMARY KEY (proceeding_id),
  CONSTRAINT invitations_person FOREIGN KEY (user_id) REFERENCES accounts.people(id)
);
COMMENT ON TABLE accounts.invitations IS 'By which an invited person sets a first password, in two halves: nobody alone could act in another''s name.';
COMMENT ON COLUMN accounts.invitations.first_hash IS 'SHA-256 of the half that whoever proposed it was given.';
COMMENT ON COLUMN accounts.invitations.second_hash IS 'SHA-256 of the half that whoever approved it was given; null until then.';
GRANT INSERT, SELECT, UPDATE (expires_at, second_hash, used_at) ON accounts.invitations TO mingxin_accounts;

CREATE TABLE accounts.passkeys (
  id uuid NOT NULL,
  name text NOT NULL,
  public_key text NOT NULL,
  user_id uuid NOT NULL,
  credential_id text NOT NULL,
  counter bigint NOT NULL,
  device_type text NOT NULL,
  backed_up boolean NOT NULL,
  transports text,
  created_at timestamp with time zone NOT NULL,
  aaguid text,
  last_used_on date,
  CONSTRAINT passkeys_pkey PRIMARY KEY (id),
  CONSTRAINT passkeys_credential_once UNIQUE (credential_id),
  CONSTRAINT passkeys_person FOREIGN KEY (user_id) REFERENCES accounts.people(id) ON DELETE CASCADE
);
CREATE INDEX passkeys_by_user ON accounts.passkeys USING btree (user_id);
COMMENT ON TABLE accounts.passkeys IS 'Public keys of people''s authenticators (WebAuthn); the private ones never leave the authenticator.';
COMMENT ON COLUMN accounts.passkeys.name IS 'As its owner calls it.';
COMMENT ON COLUMN accounts.passkeys.counter IS 'Uses as the authenticator counts them (WebAuthn signature counter); one that goes back is a copy. 0 where it does not count.';
COMMENT ON COLUMN accounts.passkeys.backed_up IS 'Whether the authenticator keeps a copy elsewhere, such as in a password manager.';
COMMENT ON COLUMN accounts.passkeys.aaguid IS 'Model of the authenticator.';
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts.passkeys TO mingxin_accounts;

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
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT people_pkey PRIMARY KEY (id),
  CONSTRAINT people_email_once UNIQUE (email),
  CONSTRAINT people_username_once UNIQUE (username)
);
COMMENT ON TABLE accounts.people IS 'People who may sign in.';
COMMENT ON COLUMN accounts.people.must_change_password IS 'Set where somebody else chose the password; nothing else can be done until it is changed.';
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts.people TO mingxin_accounts;

CREATE TABLE accounts.roles_held (
  user_id uuid NOT NULL,
  body text NOT NULL,
  role text NOT NULL,
  proceeding_id uuid NOT NULL,
  held_from timestamp with time zone NOT NULL,
  held_until timestamp with time zone,
  ended_by uuid,
  CONSTRAINT roles_held_pkey PRIMARY KEY (user_id, body, role, held_from),
  CONSTRAINT roles_held_ended CHECK ((((held_until IS NULL) = (ended_by IS NULL)) IS TRUE)),
  CONSTRAINT roles_held_person FOREIGN KEY (user_id) REFERENCES accounts.people(id)
);
CREATE UNIQUE INDEX roles_held_once ON accounts.roles_held USING btree (user_id, body, role) WHERE (held_until IS NULL);
COMMENT ON TABLE accounts.roles_held IS 'Which role a person holds in which body, from when until when, by which proceedings.';
COMMENT ON COLUMN accounts.roles_held.proceeding_id IS 'The proceeding, decided by a second person, that gave it.';
GRANT INSERT, SELECT, UPDATE (ended_by, held_until) ON accounts.roles_held TO mingxin_accounts;

CREATE TABLE accounts.second_factors (
  id uuid NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  user_id uuid NOT NULL,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamp with time zone,
  CONSTRAINT second_factors_pkey PRIMARY KEY (id),
  CONSTRAINT second_factors_person FOREIGN KEY (user_id) REFERENCES accounts.people(id) ON DELETE CASCADE
);
CREATE INDEX second_factors_by_user ON accounts.second_factors USING btree (user_id);
COMMENT ON TABLE accounts.second_factors IS 'Secrets of one-time codes (TOTP, RFC 6238), encrypted.';
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts.second_factors TO mingxin_accounts;

CREATE TABLE accounts.sessions (
  id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  token text NOT NULL,
  ip_address text,
  user_agent text,
  user_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_person FOREIGN KEY (user_id) REFERENCES accounts.people(id) ON DELETE CASCADE,
  CONSTRAINT sessions_token_once UNIQUE (token)
);
CREATE INDEX sessions_by_end ON accounts.sessions USING btree (expires_at);
CREATE INDEX sessions_by_user ON accounts.sessions USING btree (user_id);
COMMENT ON TABLE accounts.sessions IS 'Who is signed in, until when.';
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts.sessions TO mingxin_accounts;

CREATE TABLE accounts.sign_in_networks (
  username text NOT NULL,
  network text NOT NULL,
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  known_until timestamp with time zone,
  CONSTRAINT sign_in_networks_pkey PRIMARY KEY (username, network)
);
CREATE INDEX sign_in_networks_by_time ON accounts.sign_in_networks USING btree (last_at);
COMMENT ON TABLE accounts.sign_in_networks IS 'Wrong passwords in a row by user name and network, whether or not there is such a user; too many lock the name for that network for a while.';
COMMENT ON COLUMN accounts.sign_in_networks.network IS 'An IPv4 address, the first 64 bits of an IPv6 one, or ''*'': all networks together from which the name is not known.';
COMMENT ON COLUMN accounts.sign_in_networks.known_until IS 'Until when this network counts as one from which the user has signed in; null where the user never has.';
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts.sign_in_networks TO mingxin_accounts;

CREATE TABLE accounts.verifications (
  id uuid NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_by_end ON accounts.verifications USING btree (expires_at);
CREATE INDEX verifications_by_identifier ON accounts.verifications USING btree (identifier);
COMMENT ON TABLE accounts.verifications IS 'Short-lived proofs, such as a sign-in that waits for its second factor.';
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts.verifications TO mingxin_accounts;

CREATE VIEW all_missing_states AS
 SELECT m.series_id,
    m.year,
    m.number,
    m.body,
    m.item,
    m.place,
    m.month,
    m.due_on,
    m.due_missing,
    m.answer_by,
    m.raised_at,
    m.arrived_at,
    a.answer_id,
    a.answer,
    a.ask_again_on,
    COALESCE(( SELECT j.verdict
           FROM series_judgements j
          WHERE j.series_id = m.series_id
          ORDER BY j.judgement_id DESC
         LIMIT 1), 'proposed'::text) AS verdict,
        CASE
            WHEN m.arrived_at IS NOT NULL THEN 'arrived'::text
            WHEN a.answer_id IS NOT NULL THEN 'answered'::text
            WHEN m.due_on IS NULL OR m.due_on >= city_today() THEN 'not-yet-asked'::text
            WHEN m.answer_by IS NOT NULL AND m.answer_by < city_today() THEN 'unexplained'::text
            ELSE 'open'::text
        END AS state
   FROM missing_numbers m
     LEFT JOIN LATERAL ( SELECT g.answer_id,
            g.answer,
            g.ask_again_on
           FROM gap_answers g
          WHERE g.series_id = m.series_id AND g.year = m.year AND g.from_number <= m.number AND g.to_number >= m.number AND g.answer IS NOT NULL AND (g.ask_again_on IS NULL OR g.ask_again_on > city_today()) AND NOT (EXISTS ( SELECT
                   FROM gap_answers u
                  WHERE u.undoes = g.answer_id))
          ORDER BY g.answer_id DESC
         LIMIT 1) a ON true;
COMMENT ON VIEW all_missing_states IS 'The same of all bodies. For no role; the counts of register are built on it.';

CREATE TABLE audit_entries (
  entry_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  target text NOT NULL,
  detail jsonb NOT NULL,
  request_id text,
  body text,
  purpose text,
  origin text,
  CONSTRAINT audit_entries_pkey PRIMARY KEY (entry_id)
);
CREATE INDEX audit_entries_actor ON mingxin.audit_entries USING btree (actor, at DESC);
CREATE INDEX audit_entries_at ON mingxin.audit_entries USING btree (at DESC, entry_id DESC);
CREATE INDEX audit_entries_target ON mingxin.audit_entries USING btree (target, at);
CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_entries_read ON audit_entries FOR SELECT TO mingxin_app USING (( SELECT in_scope() AS in_scope));
CREATE POLICY audit_entries_write ON audit_entries FOR INSERT TO mingxin_accounts, mingxin_app WITH CHECK ((COALESCE(current_setting('mingxin.scope'::text, true), ''::text) <> ''::text));
COMMENT ON TABLE audit_entries IS 'Append-only. Who did or read what, written in the transaction of the act itself.';
COMMENT ON COLUMN audit_entries.body IS 'The body for which it was done.';
COMMENT ON COLUMN audit_entries.purpose IS 'What a restricted read was for, as the reader stated it.';
COMMENT ON COLUMN audit_entries.origin IS 'Network address from which the request came.';
GRANT INSERT ON audit_entries TO mingxin_accounts;
GRANT INSERT, SELECT ON audit_entries TO mingxin_app;

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
  CONSTRAINT batch_causes_severity_known CHECK (((severity = ANY (ARRAY['error'::text, 'review'::text, 'warning'::text, 'change'::text])) IS TRUE))
);
CREATE TRIGGER batch_causes_append_only BEFORE DELETE OR UPDATE ON batch_causes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER batch_causes_no_truncate BEFORE TRUNCATE ON batch_causes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE batch_causes ENABLE ROW LEVEL SECURITY;
CREATE POLICY batch_causes_scope ON batch_causes TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM batches b
  WHERE (b.batch_id = batch_causes.batch_id))))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE batch_causes IS 'Findings of a batch grouped by cause: how many, in which rows, with samples. A million equal errors are one line.';
GRANT INSERT, SELECT ON batch_causes TO mingxin_app;

CREATE TABLE batch_findings (
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  ordinal integer NOT NULL,
  cause integer NOT NULL,
  value text NOT NULL,
  CONSTRAINT batch_findings_pkey PRIMARY KEY (batch_id, row_number, ordinal)
);
CREATE TRIGGER batch_findings_append_only BEFORE DELETE OR UPDATE ON batch_findings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER batch_findings_no_truncate BEFORE TRUNCATE ON batch_findings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE batch_findings ENABLE ROW LEVEL SECURITY;
CREATE POLICY batch_findings_scope ON batch_findings TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM batches b
  WHERE (b.batch_id = batch_findings.batch_id))))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE batch_findings IS 'Every single error, review and warning of a batch with the value that stood there; identity numbers masked.';
GRANT INSERT, SELECT ON batch_findings TO mingxin_app;

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
  received_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  lease_until timestamp with time zone,
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
  repairs uuid,
  repair_result jsonb,
  finished_at timestamp with time zone,
  body text,
  table_of uuid,
  corrected_rows int4multirange,
  channel text NOT NULL DEFAULT 'file'::text,
  unserved boolean NOT NULL DEFAULT false,
  CONSTRAINT batches_pkey PRIMARY KEY (batch_id),
  CONSTRAINT batches_channel_known CHECK (((channel = ANY (ARRAY['file'::text, 'form'::text])) IS TRUE)),
  CONSTRAINT batches_corrections_whole CHECK (((((table_of IS NULL) = (corrected_rows IS NULL)) AND ((table_of IS NULL) OR (repairs IS NOT NULL))) IS TRUE)),
  CONSTRAINT batches_counts_add_up CHECK ((((state <> 'done'::text) OR (((((accepted + changed) + duplicates) + review) + rejected) = rows)) IS TRUE)),
  CONSTRAINT batches_edition FOREIGN KEY (item, edition) REFERENCES catalogue_editions(item, edition),
  CONSTRAINT batches_held_within_review CHECK ((((held IS NULL) OR (held <= review)) IS TRUE)),
  CONSTRAINT batches_state_known CHECK (((state = ANY (ARRAY['received'::text, 'reading'::text, 'checking'::text, 'merging'::text, 'done'::text, 'refused'::text, 'failed'::text])) IS TRUE))
);
CREATE INDEX batches_received ON mingxin.batches USING btree (received_at DESC, batch_id DESC);
CREATE INDEX batches_rejected ON mingxin.batches USING btree (received_at DESC, batch_id DESC) WHERE (rejected > 0);
CREATE INDEX batches_repairs ON mingxin.batches USING btree (repairs) WHERE (repairs IS NOT NULL);
ALTER TABLE batches ENABLE ROW LEVEL SECURITY;
CREATE POLICY batches_scope ON batches TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body) OR in_body(source_body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(body)));
COMMENT ON TABLE batches IS 'One file or body that was handed in: who, when, under which edition, what became of its rows.';
COMMENT ON COLUMN batches.file_key IS 'Key of the raw file, wrapped by the installation''s keyring.';
COMMENT ON COLUMN batches.attested IS 'The uploader vouches for proposals of the severity rule.';
COMMENT ON COLUMN batches.lease_until IS 'A worker that lives renews this; past it the batch is shown as interrupted and is taken up anew.';
COMMENT ON COLUMN batches.held IS 'Rows on natural persons among those in review, waiting until their safeguards exist.';
COMMENT ON COLUMN batches.publication IS 'What became of the filed rows: public, or held by which reason, in counts.';
COMMENT ON COLUMN batches.refusal IS 'Why the whole file was refused: code, message, remedy.';
COMMENT ON COLUMN batches.repairs IS 'The batch whose annotated file came back as this one.';
COMMENT ON COLUMN batches.repair_result IS 'What became of that batch''s problems: rows that failed or waited, known again, solved.';
COMMENT ON COLUMN batches.body IS 'The body for which the uploader acted; null for the machine''s own key.';
COMMENT ON COLUMN batches.table_of IS 'The batch whose raw file holds the rows that this one corrects cell by cell; null for a file of its own.';
COMMENT ON COLUMN batches.corrected_rows IS 'Rows of the batch named by repairs that this one hands in again, corrected; null for a file of its own.';
COMMENT ON COLUMN batches.channel IS 'How it came: file, sent by a person or a program; form, typed at the desk.';
COMMENT ON COLUMN batches.unserved IS 'The uploader says that the decisions of this file are not served yet: they are filed and held.';
GRANT INSERT, SELECT, UPDATE (accepted, attempts, changed, duplicates, finished_at, format, held, lease_until, notes, publication, refusal, rejected, repair_result, repairs, review, rows, rows_filed, rows_read, seconds, state, unserved) ON batches TO mingxin_app;

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
GRANT SELECT ON bodies TO mingxin_app;

CREATE TABLE calendar_years (
  year integer NOT NULL,
  digest bytea NOT NULL,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT calendar_years_pkey PRIMARY KEY (year)
);
COMMENT ON TABLE calendar_years IS 'Which text of data/calendar/<year>.json the stored terms were counted by; a new or amended year makes them be counted anew.';
COMMENT ON COLUMN calendar_years.digest IS 'SHA-256 of the days that the file names.';

CREATE TABLE catalogue_editions (
  item text NOT NULL,
  edition integer NOT NULL,
  effective_from date NOT NULL,
  effective_to date,
  digest bytea NOT NULL,
  public_fields text[] NOT NULL,
  roles jsonb NOT NULL,
  definition jsonb NOT NULL,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT catalogue_editions_pkey PRIMARY KEY (item, edition),
  CONSTRAINT catalogue_editions_edition_positive CHECK (((edition >= 1) IS TRUE))
);
CREATE TRIGGER catalogue_editions_append_only BEFORE DELETE ON catalogue_editions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER catalogue_editions_no_truncate BEFORE TRUNCATE ON catalogue_editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER catalogue_editions_only_end BEFORE UPDATE ON catalogue_editions FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end();
COMMENT ON TABLE catalogue_editions IS 'Each edition of each catalogue item as it was loaded; never changed, records are bound to it.';
COMMENT ON COLUMN catalogue_editions.digest IS 'SHA-256 over the definition and the values of its code lists; an end that is set later is not in it.';
COMMENT ON COLUMN catalogue_editions.public_fields IS 'Keys of the fields that may be shown to the public; the public view lets only these through.';
COMMENT ON COLUMN catalogue_editions.roles IS 'Field role to field key, for reads that must find the headline or the authority of any item.';
COMMENT ON COLUMN catalogue_editions.definition IS 'The item as it was loaded, without its end, which stands in effective_to.';
GRANT SELECT ON catalogue_editions TO mingxin_app;

CREATE VIEW clock_facts AS
 SELECT subject_id,
    record_id,
    item,
    source_body,
    decision_date,
    due_on,
    due_missing,
    hold,
    unserved,
    paused,
    received_at,
    waited_from,
    waited_to,
    filed_at,
    first_public_at,
    withdrawn_at
   FROM record_clocks c
  WHERE ( SELECT in_scope() AS in_scope) OR in_body(source_body);
COMMENT ON VIEW clock_facts IS 'The same for the application, by the scope that the transaction has declared, as the policies of the tables behind it say. An owner-rights view with the policy in it: one with the rights of whoever asks would take the public''s rights below the views of register, too.';
GRANT SELECT ON clock_facts TO mingxin_app;

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
  at timestamp with time zone NOT NULL,
  CONSTRAINT count_attestations_pkey PRIMARY KEY (attestation_id),
  CONSTRAINT count_attestations_count CHECK (((decisions >= 0) IS TRUE)),
  CONSTRAINT count_attestations_four_eyes CHECK (((signed_by <> stated_by) IS TRUE)),
  CONSTRAINT count_attestations_month CHECK (((EXTRACT(day FROM month) = (1)::numeric) IS TRUE))
);
CREATE INDEX count_attestations_latest ON mingxin.count_attestations USING btree (body, item, month, attestation_id DESC);
CREATE TRIGGER count_attestations_append_only BEFORE DELETE OR UPDATE ON count_attestations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER count_attestations_no_truncate BEFORE TRUNCATE ON count_attestations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE count_attestations ENABLE ROW LEVEL SECURITY;
CREATE POLICY count_attestations_scope ON count_attestations TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(body)));
COMMENT ON TABLE count_attestations IS 'Append-only. How many decisions a body says it made in a month, signed by a second person; the latest of a month counts.';
COMMENT ON COLUMN count_attestations.highest IS 'The month''s highest document number of each series, as written; numbers after the last on file are asked for by it.';
GRANT INSERT, SELECT ON count_attestations TO mingxin_app;

CREATE TABLE decision_months (
  body text NOT NULL,
  item text NOT NULL,
  month date NOT NULL,
  decisions integer NOT NULL,
  CONSTRAINT decision_months_pkey PRIMARY KEY (body, item, month)
);
ALTER TABLE decision_months ENABLE ROW LEVEL SECURITY;
CREATE POLICY decision_months_scope ON decision_months TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE decision_months IS 'Decisions on file by month of decision: different document numbers, those in review included.';
GRANT DELETE, INSERT, SELECT, UPDATE ON decision_months TO mingxin_app;

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
  filed_at timestamp with time zone NOT NULL,
  CONSTRAINT documents_pkey PRIMARY KEY (record_id, sequence),
  CONSTRAINT documents_first CHECK (((sequence >= 1) IS TRUE)),
  CONSTRAINT documents_kind_known CHECK (((kind = ANY (ARRAY['decision'::text, 'service-proof'::text])) IS TRUE)),
  CONSTRAINT documents_media_type_known CHECK (((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])) IS TRUE)),
  CONSTRAINT documents_sizes CHECK ((((bytes > 0) AND (octet_length(sha256) = 32) AND ((pages IS NULL) OR (pages > 0))) IS TRUE))
);
CREATE INDEX documents_file ON mingxin.documents USING btree (file_id);
CREATE TRIGGER documents_append_only BEFORE DELETE OR UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER documents_no_truncate BEFORE TRUNCATE ON documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
CREATE POLICY documents_scope ON documents TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(source_body))) WITH CHECK (((( SELECT in_scope() AS in_scope) OR in_body(source_body)) AND (EXISTS ( SELECT
   FROM records r
  WHERE ((r.record_id = documents.record_id) AND (r.source_body = documents.source_body))))));
COMMENT ON TABLE documents IS 'Append-only. The paper behind a record, as its body attached it; a later one of the same kind supersedes it. By record and not by subject: the record keeps its id wherever it moves.';
COMMENT ON COLUMN documents.sequence IS '1, 2, 3 within the record, over all kinds.';
COMMENT ON COLUMN documents.source_body IS 'The body of the record, by which rows are scoped.';
COMMENT ON COLUMN documents.kind IS 'decision: the decision itself; service-proof: that it was served.';
COMMENT ON COLUMN documents.media_type IS 'As the content proves it, whatever name or type it came under.';
COMMENT ON COLUMN documents.pages IS 'Pages as far as they can be counted without unpacking anything; null where they cannot.';
COMMENT ON COLUMN documents.file_id IS 'Names the sealed file in the data directory.';
COMMENT ON COLUMN documents.file_key IS 'Key of the sealed file, wrapped by the installation''s keyring.';
GRANT INSERT, SELECT ON documents TO mingxin_app;

CREATE TABLE figure_statements (
  statement_id uuid NOT NULL,
  month text NOT NULL,
  number integer NOT NULL,
  supersedes uuid,
  reason text,
  frozen_at timestamp with time zone NOT NULL,
  frozen_by text NOT NULL,
  content text NOT NULL,
  digest bytea NOT NULL,
  key_id text NOT NULL,
  public_key bytea NOT NULL,
  signature bytea NOT NULL,
  CONSTRAINT figure_statements_pkey PRIMARY KEY (statement_id),
  CONSTRAINT figure_statements_digest CHECK (((digest = sha256(convert_to(content, 'UTF8'::name))) IS TRUE)),
  CONSTRAINT figure_statements_first CHECK ((((number >= 1) AND ((number = 1) = (supersedes IS NULL))) IS TRUE)),
  CONSTRAINT figure_statements_month CHECK (((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text) IS TRUE)),
  CONSTRAINT figure_statements_number_once UNIQUE (month, number),
  CONSTRAINT figure_statements_of_month UNIQUE (statement_id, month),
  CONSTRAINT figure_statements_reasoned CHECK ((((supersedes IS NULL) = (reason IS NULL)) IS TRUE)),
  CONSTRAINT figure_statements_says_itself CHECK ((((((content)::jsonb ->> 'statementId'::text) = (statement_id)::text) AND (((content)::jsonb ->> 'month'::text) = month) AND ((((content)::jsonb ->> 'number'::text))::integer = number)) IS TRUE)),
  CONSTRAINT figure_statements_sizes CHECK ((((octet_length(public_key) = 32) AND (octet_length(signature) = 64)) IS TRUE)),
  CONSTRAINT figure_statements_superseded_once UNIQUE (supersedes),
  CONSTRAINT figure_statements_supersedes FOREIGN KEY (supersedes, month) REFERENCES figure_statements(statement_id, month)
);
CREATE TRIGGER figure_statements_append_only BEFORE DELETE OR UPDATE ON figure_statements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_statements_no_truncate BEFORE TRUNCATE ON figure_statements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE figure_statements ENABLE ROW LEVEL SECURITY;
CREATE POLICY figure_statements_scope ON figure_statements TO mingxin_app USING (( SELECT in_scope() AS in_scope)) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE figure_statements IS 'Append-only. The figures of a month as they were on the day of freezing, signed; a further statement names the one that it replaces and says why.';
COMMENT ON COLUMN figure_statements.month IS 'YYYY-MM: decisions made, or rows reported, in this month.';
COMMENT ON COLUMN figure_statements.number IS '1 for the month''s first statement, then one more for each further.';
COMMENT ON COLUMN figure_statements.content IS 'RFC 8785 canonical JSON: every figure with numerator, denominator and the digest of the rows behind it. Counts and digests only, so it is public.';
COMMENT ON COLUMN figure_statements.digest IS 'SHA-256 of the content; a further statement names it.';
COMMENT ON COLUMN figure_statements.key_id IS 'First 16 hex digits of the SHA-256 of the public key.';
COMMENT ON COLUMN figure_statements.signature IS 'Ed25519 (RFC 8032) over the text of src/verify/figure-statement.ts.';
GRANT INSERT, SELECT ON figure_statements TO mingxin_app;

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
  at timestamp with time zone NOT NULL,
  ask_again_on date,
  undoes uuid,
  CONSTRAINT gap_answers_pkey PRIMARY KEY (answer_id),
  CONSTRAINT gap_answers_answer_or_undo CHECK (((((answer IS NULL) = (undoes IS NOT NULL)) AND ((answer IS NULL) = (edition IS NULL))) IS TRUE)),
  CONSTRAINT gap_answers_four_eyes CHECK ((((NOT review) OR ((approved_by IS NOT NULL) AND (approved_by <> given_by))) IS TRUE)),
  CONSTRAINT gap_answers_range CHECK ((((from_number >= 0) AND (to_number >= from_number)) IS TRUE)),
  CONSTRAINT gap_answers_series FOREIGN KEY (series_id, body) REFERENCES number_series(series_id, body),
  CONSTRAINT gap_answers_undone FOREIGN KEY (undoes) REFERENCES gap_answers(answer_id)
);
CREATE INDEX gap_answers_of_series ON mingxin.gap_answers USING btree (series_id, year, from_number);
CREATE UNIQUE INDEX gap_answers_undone_once ON mingxin.gap_answers USING btree (undoes) WHERE (undoes IS NOT NULL);
CREATE TRIGGER gap_answers_append_only BEFORE DELETE OR UPDATE ON gap_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gap_answers_no_truncate BEFORE TRUNCATE ON gap_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE gap_answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY gap_answers_scope ON gap_answers TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(body)));
COMMENT ON TABLE gap_answers IS 'Append-only. What a body answered about missing numbers, once it is in force; taken back only by a further row.';
COMMENT ON COLUMN gap_answers.answer IS 'Standard answer of data/rules/omissions.json; null for a row that undoes another.';
COMMENT ON COLUMN gap_answers.review IS 'Whether the edition asks for a second person; the row exists once that person has agreed.';
COMMENT ON COLUMN gap_answers.ask_again_on IS 'From this day on the question is open again; null: the answer stays.';
GRANT INSERT, SELECT ON gap_answers TO mingxin_app;

CREATE TABLE idempotency_keys (
  actor text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  answer uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (actor, key)
);
COMMENT ON TABLE idempotency_keys IS 'Answers to repeated POST requests: same key and same content give the first answer, other content is refused.';
COMMENT ON COLUMN idempotency_keys.answer IS 'What the first request made or changed: a batch, a record.';
GRANT INSERT, SELECT ON idempotency_keys TO mingxin_app;

CREATE TABLE judgements (
  judgement_id uuid NOT NULL,
  kind text NOT NULL,
  claim bytea,
  natural_key bytea,
  subject_id uuid,
  other_subject uuid,
  decided_by text NOT NULL,
  reason text NOT NULL,
  at timestamp with time zone NOT NULL,
  undoes uuid,
  detail jsonb NOT NULL,
  CONSTRAINT judgements_pkey PRIMARY KEY (judgement_id),
  CONSTRAINT judgements_claimed CHECK ((((kind <> ALL (ARRAY['attach'::text, 'not-same'::text, 'new-subject'::text])) OR ((claim IS NOT NULL) AND (subject_id IS NOT NULL))) IS TRUE)),
  CONSTRAINT judgements_kind_known CHECK (((kind = ANY (ARRAY['attach'::text, 'not-same'::text, 'new-subject'::text, 'merge'::text, 'split'::text, 'undo'::text])) IS TRUE)),
  CONSTRAINT judgements_moved CHECK ((((kind <> ALL (ARRAY['merge'::text, 'split'::text])) OR ((subject_id IS NOT NULL) AND (other_subject IS NOT NULL))) IS TRUE)),
  CONSTRAINT judgements_reasoned CHECK (((char_length(reason) >= 2) IS TRUE)),
  CONSTRAINT judgements_undo CHECK ((((kind = 'undo'::text) = (undoes IS NOT NULL)) IS TRUE))
);
CREATE INDEX judgements_claim ON mingxin.judgements USING btree (claim) WHERE (claim IS NOT NULL);
CREATE UNIQUE INDEX judgements_undone_once ON mingxin.judgements USING btree (undoes) WHERE (undoes IS NOT NULL);
CREATE TRIGGER judgements_append_only BEFORE DELETE OR UPDATE ON judgements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER judgements_no_truncate BEFORE TRUNCATE ON judgements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE judgements ENABLE ROW LEVEL SECURITY;
CREATE POLICY judgements_scope ON judgements TO mingxin_app USING (( SELECT in_scope() AS in_scope)) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE judgements IS 'Append-only. What somebody decided about whose a row or record is; taken back only by a further judgement.';
COMMENT ON COLUMN judgements.claim IS 'SHA-256 over the canonical JSON of a row''s identifiers and folded name; later rows with the same claim follow.';
COMMENT ON COLUMN judgements.natural_key IS 'The waiting row that was judged.';
COMMENT ON COLUMN judgements.subject_id IS 'To whom it goes: subject of an attachment, result of a merge, receiver of a split.';
COMMENT ON COLUMN judgements.other_subject IS 'From whom it goes: the merged or split subject.';
COMMENT ON COLUMN judgements.detail IS 'What was moved, so that undoing moves exactly that back: ids and identifiers of organisations, no contents.';
GRANT INSERT, SELECT ON judgements TO mingxin_app;

CREATE TABLE mail_settings (
  person text NOT NULL,
  address text,
  wanted boolean NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT mail_settings_pkey PRIMARY KEY (person),
  CONSTRAINT mail_settings_address_shape CHECK ((((address IS NULL) OR (address ~ '^[^\s@<>",;:]+@[^\s@<>",;:]+$'::text)) IS TRUE))
);
ALTER TABLE mail_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY mail_settings_change ON mail_settings FOR UPDATE TO mingxin_app USING (is_actor(person)) WITH CHECK (is_actor(person));
CREATE POLICY mail_settings_make ON mail_settings FOR INSERT TO mingxin_app WITH CHECK (is_actor(person));
CREATE POLICY mail_settings_read ON mail_settings FOR SELECT TO mingxin_app USING ((( SELECT is_platform() AS is_platform) OR is_actor(person)));
COMMENT ON TABLE mail_settings IS 'Where a person wants notices by mail, and whether.';
COMMENT ON COLUMN mail_settings.address IS 'As the person gave it; null is none.';
GRANT INSERT, SELECT, UPDATE (address, changed_at, wanted) ON mail_settings TO mingxin_app;

CREATE TABLE migrations (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migrations_pkey PRIMARY KEY (number)
);
COMMENT ON TABLE migrations IS 'The numbered SQL files that this database has seen.';
COMMENT ON COLUMN migrations.number IS 'Number of the file, without gaps from 1.';
COMMENT ON COLUMN migrations.name IS 'Name of the file.';
COMMENT ON COLUMN migrations.checksum IS 'Hex SHA-256 of the file as applied; a file is never edited afterwards.';
COMMENT ON COLUMN migrations.applied_at IS 'When it was applied.';

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
  raised_at timestamp with time zone NOT NULL,
  arrived_at timestamp with time zone,
  CONSTRAINT missing_numbers_pkey PRIMARY KEY (series_id, year, number),
  CONSTRAINT missing_numbers_place CHECK (((place = ANY (ARRAY['between'::text, 'leading'::text, 'attested'::text])) IS TRUE)),
  CONSTRAINT missing_numbers_series FOREIGN KEY (series_id, body) REFERENCES number_series(series_id, body)
);
CREATE INDEX missing_numbers_of_body ON mingxin.missing_numbers USING btree (body, item) WHERE (arrived_at IS NULL);
ALTER TABLE missing_numbers ENABLE ROW LEVEL SECURITY;
CREATE POLICY missing_numbers_scope ON missing_numbers TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE missing_numbers IS 'Numbers of a series that no record bears: questions, never findings. Asked once due_on has passed; closed by itself when the record arrives.';
COMMENT ON COLUMN missing_numbers.place IS 'between two numbers on file; leading: before the first; attested: after the last, by the body''s own signed count.';
COMMENT ON COLUMN missing_numbers.month IS 'First day of the month by which the decision was made, if it was made: that of the later neighbour.';
COMMENT ON COLUMN missing_numbers.due_on IS 'Last day of the publication term of its later neighbour; null where due_missing names the calendar that is needed.';
COMMENT ON COLUMN missing_numbers.answer_by IS 'Last day on which an unanswered question counts as open; unexplained afterwards.';
COMMENT ON COLUMN missing_numbers.arrived_at IS 'When a record with the number was seen, or the number turned out to be none of the series.';
GRANT INSERT, SELECT, UPDATE (answer_by, arrived_at, due_missing, due_on, month, place) ON missing_numbers TO mingxin_app;

CREATE VIEW missing_states WITH (security_invoker=true) AS
 SELECT m.series_id,
    m.year,
    m.number,
    m.body,
    m.item,
    m.place,
    m.month,
    m.due_on,
    m.due_missing,
    m.answer_by,
    m.raised_at,
    m.arrived_at,
    a.answer_id,
    a.answer,
    a.ask_again_on,
    COALESCE(( SELECT j.verdict
           FROM series_judgements j
          WHERE j.series_id = m.series_id
          ORDER BY j.judgement_id DESC
         LIMIT 1), 'proposed'::text) AS verdict,
        CASE
            WHEN m.arrived_at IS NOT NULL THEN 'arrived'::text
            WHEN a.answer_id IS NOT NULL THEN 'answered'::text
            WHEN m.due_on IS NULL OR m.due_on >= city_today() THEN 'not-yet-asked'::text
            WHEN m.answer_by IS NOT NULL AND m.answer_by < city_today() THEN 'unexplained'::text
            ELSE 'open'::text
        END AS state
   FROM missing_numbers m
     LEFT JOIN LATERAL ( SELECT g.answer_id,
            g.answer,
            g.ask_again_on
           FROM gap_answers g
          WHERE g.series_id = m.series_id AND g.year = m.year AND g.from_number <= m.number AND g.to_number >= m.number AND g.answer IS NOT NULL AND (g.ask_again_on IS NULL OR g.ask_again_on > city_today()) AND NOT (EXISTS ( SELECT
                   FROM gap_answers u
                  WHERE u.undoes = g.answer_id))
          ORDER BY g.answer_id DESC
         LIMIT 1) a ON true;
COMMENT ON VIEW missing_states IS 'Where each missing number stands today, by date arithmetic: not-yet-asked, open, unexplained, answered, arrived. Sees what its reader may.';
GRANT SELECT ON missing_states TO mingxin_app;

CREATE TABLE monthly_table_lines (
  table_id uuid NOT NULL,
  item text NOT NULL,
  produced integer NOT NULL,
  own_site integer NOT NULL,
  reported integer NOT NULL,
  basis text,
  basis_words text,
  CONSTRAINT monthly_table_lines_pkey PRIMARY KEY (table_id, item),
  CONSTRAINT monthly_table_lines_basis CHECK ((((produced > reported) = (basis IS NOT NULL)) IS TRUE)),
  CONSTRAINT monthly_table_lines_counts CHECK ((((produced >= 0) AND ((own_site >= 0) AND (own_site <= produced)) AND ((reported >= 0) AND (reported <= produced))) IS TRUE)),
  CONSTRAINT monthly_table_lines_table FOREIGN KEY (table_id) REFERENCES monthly_tables(table_id)
);
CREATE TRIGGER monthly_table_lines_append_only BEFORE DELETE OR UPDATE ON monthly_table_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER monthly_table_lines_counted BEFORE INSERT ON monthly_table_lines FOR EACH ROW EXECUTE FUNCTION count_reported();
CREATE TRIGGER monthly_table_lines_no_truncate BEFORE TRUNCATE ON monthly_table_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE monthly_table_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY monthly_table_lines_scope ON monthly_table_lines TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM monthly_tables t
  WHERE (t.table_id = monthly_table_lines.table_id))))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM monthly_tables t
  WHERE (t.table_id = monthly_table_lines.table_id)))));
COMMENT ON TABLE monthly_table_lines IS 'Append-only. One item of a monthly table: what was produced, published on the body''s own site, and reported.';
COMMENT ON COLUMN monthly_table_lines.reported IS 'Decisions of the month on file when the table was made; counted by the database, no role may write it.';
COMMENT ON COLUMN monthly_table_lines.basis IS 'Why some were not reported: standard answer of data/rules/coverage-answers.json; null where all were.';
GRANT INSERT (basis, basis_words, item, own_site, produced, table_id), SELECT ON monthly_table_lines TO mingxin_app;

CREATE TABLE monthly_tables (
  table_id uuid NOT NULL,
  body text NOT NULL,
  month date NOT NULL,
  version integer NOT NULL,
  address text,
  published_on date,
  made_by text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  proceeding_id uuid NOT NULL,
  CONSTRAINT monthly_tables_pkey PRIMARY KEY (table_id),
  CONSTRAINT monthly_tables_address CHECK (((((address IS NULL) = (published_on IS NULL)) AND ((address IS NULL) OR (address ~ '^https?://'::text))) IS TRUE)),
  CONSTRAINT monthly_tables_month CHECK ((((EXTRACT(day FROM month) = (1)::numeric) AND (version >= 1)) IS TRUE)),
  CONSTRAINT monthly_tables_over CHECK (((((made_at AT TIME ZONE 'Asia/Shanghai'::text))::date >= (month + '1 mon'::interval)) IS TRUE)),
  CONSTRAINT monthly_tables_proceeding FOREIGN KEY (proceeding_id) REFERENCES proceedings(proceeding_id),
  CONSTRAINT monthly_tables_version_once UNIQUE (body, month, version)
);
CREATE INDEX monthly_tables_proceeding_of ON mingxin.monthly_tables USING btree (proceeding_id);
CREATE TRIGGER monthly_tables_append_only BEFORE DELETE OR UPDATE ON monthly_tables FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER monthly_tables_no_truncate BEFORE TRUNCATE ON monthly_tables FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE monthly_tables ENABLE ROW LEVEL SECURITY;
CREATE POLICY monthly_tables_scope ON monthly_tables TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(body)));
COMMENT ON TABLE monthly_tables IS 'Append-only. What a body says of its double publicity in a month; each change is a further version, signed or returned by a second person in its proceeding.';
COMMENT ON COLUMN monthly_tables.address IS 'Where the body publishes on its own site; null where it published nothing there.';
GRANT INSERT, SELECT ON monthly_tables TO mingxin_app;

CREATE TABLE notice_ends (
  occasion text NOT NULL,
  ended_at timestamp with time zone NOT NULL,
  CONSTRAINT notice_ends_pkey PRIMARY KEY (occasion)
);
ALTER TABLE notice_ends ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_ends_declared ON notice_ends TO mingxin_accounts, mingxin_app USING ((COALESCE(current_setting('mingxin.scope'::text, true), ''::text) <> ''::text)) WITH CHECK ((COALESCE(current_setting('mingxin.scope'::text, true), ''::text) <> ''::text));
COMMENT ON TABLE notice_ends IS 'Occasions that are dealt with: their notices are unread by nobody any more. Append-only.';
GRANT INSERT ON notice_ends TO mingxin_accounts;
GRANT INSERT, SELECT ON notice_ends TO mingxin_app;

CREATE TABLE notice_mails (
  notice_id uuid NOT NULL,
  person text NOT NULL,
  address text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_try_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  fault text,
  CONSTRAINT notice_mails_pkey PRIMARY KEY (notice_id, person),
  CONSTRAINT notice_mails_ended CHECK ((((state = 'waiting'::text) = (ended_at IS NULL)) IS TRUE)),
  CONSTRAINT notice_mails_notice FOREIGN KEY (notice_id) REFERENCES notices(notice_id),
  CONSTRAINT notice_mails_state_known CHECK (((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])) IS TRUE))
);
CREATE INDEX notice_mails_failed ON mingxin.notice_mails USING btree (ended_at) WHERE (state = 'failed'::text);
CREATE INDEX notice_mails_waiting ON mingxin.notice_mails USING btree (next_try_at) WHERE (state = 'waiting'::text);
ALTER TABLE notice_mails ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_mails_own ON notice_mails FOR SELECT TO mingxin_app USING (is_actor(person));
CREATE POLICY notice_mails_platform ON notice_mails TO mingxin_app USING (( SELECT is_platform() AS is_platform)) WITH CHECK (( SELECT is_platform() AS is_platform));
COMMENT ON TABLE notice_mails IS 'One mail of a notice to one person: waiting, sent, or failed for good and kept.';
COMMENT ON COLUMN notice_mails.address IS 'Where it goes, as it was when the mail was made out.';
COMMENT ON COLUMN notice_mails.next_try_at IS 'When it is tried next; while somebody tries it, when another may.';
COMMENT ON COLUMN notice_mails.fault IS 'What the last try failed by, as the mail server said it.';
GRANT INSERT, SELECT, UPDATE (attempts, ended_at, fault, next_try_at, state) ON notice_mails TO mingxin_app;

CREATE TABLE notice_outbox (
  notice_id uuid NOT NULL,
  CONSTRAINT notice_outbox_pkey PRIMARY KEY (notice_id),
  CONSTRAINT notice_outbox_notice FOREIGN KEY (notice_id) REFERENCES notices(notice_id)
);
ALTER TABLE notice_outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_outbox_platform ON notice_outbox TO mingxin_app USING (( SELECT is_platform() AS is_platform)) WITH CHECK ((COALESCE(current_setting('mingxin.scope'::text, true), ''::text) <> ''::text));
CREATE POLICY notice_outbox_write ON notice_outbox FOR INSERT TO mingxin_accounts WITH CHECK ((COALESCE(current_setting('mingxin.scope'::text, true), ''::text) <> ''::text));
COMMENT ON TABLE notice_outbox IS 'Notices whose mails are still to be made out, written with the notice; taken out when the mails are there.';
GRANT INSERT ON notice_outbox TO mingxin_accounts;
GRANT DELETE, INSERT, SELECT ON notice_outbox TO mingxin_app;

CREATE TABLE notice_reads (
  notice_id uuid NOT NULL,
  reader text NOT NULL,
  read_at timestamp with time zone NOT NULL,
  CONSTRAINT notice_reads_pkey PRIMARY KEY (reader, notice_id),
  CONSTRAINT notice_reads_notice FOREIGN KEY (notice_id) REFERENCES notices(notice_id)
);
ALTER TABLE notice_reads ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_reads_own ON notice_reads TO mingxin_app USING (is_actor(reader)) WITH CHECK ((is_actor(reader) AND (EXISTS ( SELECT
   FROM notices n
  WHERE (n.notice_id = notice_reads.notice_id)))));
COMMENT ON TABLE notice_reads IS 'Who has read which notice.';
GRANT INSERT, SELECT ON notice_reads TO mingxin_app;

CREATE TABLE notices (
  notice_id uuid NOT NULL,
  kind text NOT NULL,
  params jsonb NOT NULL,
  link text NOT NULL,
  due_on date,
  person text,
  needed_grant text,
  body text,
  caused_by text,
  occasion text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT notices_pkey PRIMARY KEY (notice_id),
  CONSTRAINT notices_link_within CHECK (((link ~ '^/[^/]'::text) IS TRUE)),
  CONSTRAINT notices_once UNIQUE NULLS NOT DISTINCT (occasion, person, needed_grant, body),
  CONSTRAINT notices_one_addressee CHECK (((((person IS NULL) <> (needed_grant IS NULL)) AND ((person IS NULL) OR (body IS NULL))) IS TRUE))
);
CREATE INDEX notices_grant ON mingxin.notices USING btree (needed_grant, body, notice_id) WHERE (needed_grant IS NOT NULL);
CREATE INDEX notices_person ON mingxin.notices USING btree (person, notice_id) WHERE (person IS NOT NULL);
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
CREATE POLICY notices_read ON notices FOR SELECT TO mingxin_app USING ((( SELECT is_platform() AS is_platform) OR is_actor(person) OR (holds_grant(needed_grant, body) AND (NOT is_actor(caused_by)))));
CREATE POLICY notices_write ON notices FOR INSERT TO mingxin_accounts, mingxin_app WITH CHECK ((COALESCE(current_setting('mingxin.scope'::text, true), ''::text) <> ''::text));
COMMENT ON TABLE notices IS 'What somebody is told; append-only. The words stand in data/notices, so that no content about a subject stands here.';
COMMENT ON COLUMN notices.kind IS 'Kind of data/notices/kinds.json, which has the words.';
COMMENT ON COLUMN notices.params IS 'Counts and codes that fill the words: never names, numbers or contents of records.';
COMMENT ON COLUMN notices.link IS 'Where on the desk it is dealt with.';
COMMENT ON COLUMN notices.person IS 'Whom it is for; null where it is for all who hold a grant.';
COMMENT ON COLUMN notices.needed_grant IS 'For all who hold this grant when they look, new colleagues as well; null where it is for one person.';
COMMENT ON COLUMN notices.body IS 'With a grant: in this body only; null is in any.';
COMMENT ON COLUMN notices.caused_by IS 'With a grant: who brought it about and is not told, e.g. who proposed what others decide.';
COMMENT ON COLUMN notices.occasion IS 'What happened, by which nobody is told the same twice.';
GRANT INSERT ON notices TO mingxin_accounts;
GRANT INSERT, SELECT ON notices TO mingxin_app;

CREATE TABLE number_marks (
  source text NOT NULL,
  until timestamp with time zone NOT NULL,
  CONSTRAINT number_marks_pkey PRIMARY KEY (source),
  CONSTRAINT number_marks_source CHECK (((source = ANY (ARRAY['batches'::text, 'judgements'::text])) IS TRUE))
);
ALTER TABLE number_marks ENABLE ROW LEVEL SECURITY;
CREATE POLICY number_marks_scope ON number_marks TO mingxin_app USING (( SELECT in_scope() AS in_scope)) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE number_marks IS 'Up to which batch and judgement the numbers on file have been read.';
GRANT INSERT, SELECT, UPDATE ON number_marks TO mingxin_app;

CREATE TABLE number_scans (
  body text NOT NULL,
  item text NOT NULL,
  scanned_at timestamp with time zone NOT NULL,
  unfitting jsonb NOT NULL,
  samples jsonb NOT NULL,
  CONSTRAINT number_scans_pkey PRIMARY KEY (body, item)
);
ALTER TABLE number_scans ENABLE ROW LEVEL SECURITY;
CREATE POLICY number_scans_scope ON number_scans TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE number_scans IS 'When the document numbers of a body and item were last read, and what fits no series.';
COMMENT ON COLUMN number_scans.unfitting IS 'Numbers that fit no series, counted by reason.';
COMMENT ON COLUMN number_scans.samples IS 'The first of them, for showing; the count above is whole.';
GRANT INSERT, SELECT, UPDATE ON number_scans TO mingxin_app;

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
  proposed_at timestamp with time zone NOT NULL,
  on_file boolean NOT NULL,
  CONSTRAINT number_series_pkey PRIMARY KEY (series_id),
  CONSTRAINT number_series_confidence CHECK (((confidence = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])) IS TRUE)),
  CONSTRAINT number_series_of_body UNIQUE (series_id, body),
  CONSTRAINT number_series_once UNIQUE (body, item, series)
);
ALTER TABLE number_series ENABLE ROW LEVEL SECURITY;
CREATE POLICY number_series_scope ON number_series TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE number_series IS 'Series of document numbers learnt from the records on file; proposed until somebody confirms it in series_judgements.';
COMMENT ON COLUMN number_series.series IS 'Fixed words with the places {year} and {n}; brackets of one kind, without 第 and 号.';
COMMENT ON COLUMN number_series.form IS 'How its numbers are mostly written, with the same places.';
COMMENT ON COLUMN number_series.width IS 'Digits to which numbers are filled with zeros; 0: they are not.';
COMMENT ON COLUMN number_series.density IS 'Numbers on file ÷ numbers that its blocks span.';
COMMENT ON COLUMN number_series.years IS 'Per year: blocks of numbers from first to last, how many are on file, first and last day of decision. Year 0: never begins anew.';
COMMENT ON COLUMN number_series.on_file IS 'False once the records no longer show it.';
GRANT INSERT, SELECT, UPDATE (confidence, density, example, form, numbers, on_file, width, years) ON number_series TO mingxin_app;

CREATE VIEW oldest_open AS
 SELECT jsonb_object_agg((w.window_name || '/'::text) || w.severity,
        CASE
            WHEN w.caps_earlier AND w.maximum_months IS NOT NULL THEN d.day + ((d.day + m.months) < city_today())::integer
            ELSE '-infinity'::date
        END) AS days
   FROM window_periods w
     CROSS JOIN LATERAL ( SELECT make_interval(months => w.maximum_months) AS months) m
     CROSS JOIN LATERAL ( SELECT (city_today() - m.months)::date AS day) d
  WHERE w.published AND (w.effective_from IS NULL OR w.effective_from <= city_today()) AND (w.effective_to IS NULL OR w.effective_to >= city_today());
COMMENT ON VIEW oldest_open IS 'By window and class the oldest day of decision that the edition in force today lets the public see; a class that is not published has none. Bounds the public views whatever is stored with a publication. One row, so that it is worked out once a query.';

CREATE VIEW open_publications AS
 SELECT subject_id,
    record_id,
    item,
    source_body,
    decision_date,
    due_on,
    due_missing,
    window_name,
    declared_end,
    last_day,
    public_from,
    severity,
    severity_origin,
    hold,
    first_public_at,
    reported_at,
    masked
   FROM publications p
  WHERE hold IS NULL AND public_from <= city_today() AND last_day >= city_today() AND decision_date >= (((( SELECT o.days
           FROM oldest_open o)) ->> ((window_name || '/'::text) || COALESCE(severity, ''::text)))::date);
COMMENT ON VIEW open_publications IS 'Publications that the law lets the public see today. For no role; the views of register are built on it.';

CREATE TABLE proceeding_events (
  proceeding_id uuid NOT NULL,
  sequence integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  act text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text NOT NULL,
  CONSTRAINT proceeding_events_pkey PRIMARY KEY (proceeding_id, sequence),
  CONSTRAINT proceeding_events_proceeding FOREIGN KEY (proceeding_id) REFERENCES proceedings(proceeding_id)
);
CREATE TRIGGER proceeding_events_append_only BEFORE DELETE OR UPDATE ON proceeding_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER proceeding_events_no_truncate BEFORE TRUNCATE ON proceeding_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE proceeding_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY proceeding_events_scope ON proceeding_events TO mingxin_accounts, mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM proceedings p
  WHERE (p.proceeding_id = proceeding_events.proceeding_id))))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM proceedings p
  WHERE (p.proceeding_id = proceeding_events.proceeding_id)))));
COMMENT ON TABLE proceeding_events IS 'Every step of a proceeding with who took it and why; append-only.';
GRANT INSERT, SELECT ON proceeding_events TO mingxin_accounts;
GRANT INSERT, SELECT ON proceeding_events TO mingxin_app;

CREATE TABLE proceedings (
  proceeding_id uuid NOT NULL,
  procedure text NOT NULL,
  target text NOT NULL,
  body text,
  state text NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  decided_by text,
  four_eyes boolean NOT NULL,
  detail jsonb NOT NULL,
  CONSTRAINT proceedings_pkey PRIMARY KEY (proceeding_id),
  CONSTRAINT proceedings_decided_ended CHECK ((((decided_by IS NULL) OR (ended_at IS NOT NULL)) IS TRUE)),
  CONSTRAINT proceedings_four_eyes CHECK ((((NOT four_eyes) OR (decided_by IS NULL) OR (decided_by <> opened_by)) IS TRUE)),
  CONSTRAINT proceedings_not_about_oneself CHECK ((((NOT four_eyes) OR (decided_by IS NULL) OR (decided_by <> target)) IS TRUE))
);
CREATE UNIQUE INDEX proceedings_one_amendment ON mingxin.proceedings USING btree (target) WHERE ((ended_at IS NULL) AND (procedure = ANY (ARRAY['record-correction'::text, 'record-withdrawal'::text])));
CREATE UNIQUE INDEX proceedings_one_open_dispute ON mingxin.proceedings USING btree (target) WHERE ((procedure = 'figure-dispute'::text) AND (ended_at IS NULL));
CREATE INDEX proceedings_open ON mingxin.proceedings USING btree (procedure, opened_at) WHERE (ended_at IS NULL);
CREATE INDEX proceedings_target ON mingxin.proceedings USING btree (target, opened_at);
ALTER TABLE proceedings ENABLE ROW LEVEL SECURITY;
CREATE POLICY proceedings_scope ON proceedings TO mingxin_accounts, mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(body)));
COMMENT ON TABLE proceedings IS 'Each act that needs more than one step or person; what happened stands in proceeding_events.';
COMMENT ON COLUMN proceedings.procedure IS 'Procedure of data/procedures by whose states and acts it runs.';
COMMENT ON COLUMN proceedings.decided_by IS 'Who ended it by a decision; null while it runs and where whoever opened it took it back.';
COMMENT ON COLUMN proceedings.four_eyes IS 'Whether whoever opened it may not decide it.';
GRANT INSERT, SELECT, UPDATE (decided_by, ended_at, state) ON proceedings TO mingxin_accounts;
GRANT INSERT, SELECT, UPDATE (decided_by, ended_at, state) ON proceedings TO mingxin_app;

CREATE TABLE publications (
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  item text NOT NULL,
  source_body text NOT NULL,
  decision_date date NOT NULL,
  due_on date,
  due_missing text,
  window_name text,
  declared_end date,
  last_day date,
  public_from date,
  severity text,
  severity_origin text,
  hold text,
  first_public_at timestamp with time zone,
  reported_at timestamp with time zone NOT NULL,
  masked jsonb,
  unserved boolean NOT NULL DEFAULT false,
  paused jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT publications_pkey PRIMARY KEY (subject_id, record_id),
  CONSTRAINT publications_held_or_dated CHECK ((((hold IS NULL) = (public_from IS NOT NULL)) IS TRUE)),
  CONSTRAINT publications_public_in_window CHECK ((((hold IS NOT NULL) OR (last_day IS NOT NULL)) IS TRUE)),
  CONSTRAINT publications_severity_known CHECK ((((severity IS NULL) OR (severity = ANY (ARRAY['minor'::text, 'general'::text, 'serious'::text]))) IS TRUE)),
  CONSTRAINT publications_unserved_held CHECK ((((NOT unserved) OR (hold IS NOT NULL)) IS TRUE))
);
CREATE INDEX publications_item_month ON mingxin.publications USING btree (item, source_body, decision_date) INCLUDE (hold);
CREATE INDEX publications_undecided ON mingxin.publications USING btree (source_body, due_on) WHERE ((first_public_at IS NULL) AND (hold = ANY (ARRAY['severity-unconfirmed'::text, 'severity-undecided'::text])));
CREATE INDEX publications_unserved ON mingxin.publications USING btree (decision_date, record_id) WHERE unserved;
CREATE TRIGGER publications_not_held_again BEFORE UPDATE ON publications FOR EACH ROW WHEN (NOT old.unserved AND new.unserved AND old.first_public_at IS NOT NULL) EXECUTE FUNCTION refuse_holding();
CREATE TRIGGER publications_service BEFORE UPDATE ON publications FOR EACH ROW WHEN (old.unserved AND NOT new.unserved) EXECUTE FUNCTION guard_service();
ALTER TABLE publications ENABLE ROW LEVEL SECURITY;
CREATE POLICY publications_scope ON publications TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(source_body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(source_body)));
COMMENT ON TABLE publications IS 'When a record is due to be public, since when it may be, until when it is, or why it is held.';
COMMENT ON COLUMN publications.due_on IS 'Last day of the publication term, or null where due_missing names the calendar file that is needed.';
COMMENT ON COLUMN publications.window_name IS 'Window of data/rules/publicity-windows.json, whose editions stand in window_periods; null where the record is not for the public.';
COMMENT ON COLUMN publications.declared_end IS 'Last day in public as its source gave it: may shorten, never lengthen.';
COMMENT ON COLUMN publications.last_day IS 'Last day in public by window_periods and declared_end: the earliest end that any edition sets that counts, each not before its own first day. Editions to come are in it, so no date passes it by; counted anew in the transaction that brings an edition. infinity is no end, null where the window is unknown or the class undecided.';
COMMENT ON COLUMN publications.hold IS 'Why the record was not public when it was filed: minor-not-published, window-ended, severity-unconfirmed, severity-undecided, not-for-the-public; not-served where nothing but service is wanting; rehomed where the record went to another subject, whose publication counts.';
COMMENT ON COLUMN publications.masked IS 'Fields as the public sees them, where numbers of persons were masked; null when none was. Every public read lays it over the content.';
COMMENT ON COLUMN publications.unserved IS 'The newest service statement says that the decision is not served: held, whatever else is true of it.';
COMMENT ON COLUMN publications.paused IS 'Pauses of the term, oldest first: [{from, until, told}]. Days from `from` to `until`, both included, do not count; until null is open; told is the moment at which its end was stated. Worked out from service_statements by data/rules/service.json.';
GRANT INSERT, SELECT, UPDATE (decision_date, declared_end, due_missing, due_on, first_public_at, hold, last_day, masked, paused, public_from, severity, severity_origin, unserved, window_name) ON publications TO mingxin_app;

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
  CONSTRAINT record_amendments_changes CHECK ((((kind = 'withdrawal'::text) OR (cardinality(changed_fields) > 0)) IS TRUE)),
  CONSTRAINT record_amendments_content CHECK ((((kind = 'correction'::text) = (payload IS NOT NULL)) IS TRUE)),
  CONSTRAINT record_amendments_kind_known CHECK (((kind = ANY (ARRAY['correction'::text, 'withdrawal'::text])) IS TRUE)),
  CONSTRAINT record_amendments_proceeding FOREIGN KEY (proceeding_id) REFERENCES proceedings(proceeding_id)
);
CREATE INDEX record_amendments_record ON mingxin.record_amendments USING btree (record_id);
CREATE TRIGGER record_amendments_append_only BEFORE DELETE OR UPDATE ON record_amendments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_amendments_no_truncate BEFORE TRUNCATE ON record_amendments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE record_amendments ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_amendments_scope ON record_amendments TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(source_body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(source_body)));
COMMENT ON TABLE record_amendments IS 'Append-only. What somebody proposed to correct or withdraw, as it was proposed; its state stands in proceedings.';
COMMENT ON COLUMN record_amendments.base_version IS 'The version that was looked at; a proposal about an older one can no longer be approved.';
COMMENT ON COLUMN record_amendments.changed_on IS 'Day on which the decision was changed, revoked, found unlawful or void; null where only the record was wrong.';
COMMENT ON COLUMN record_amendments.due_on IS 'Last day of the statutory term from changed_on, or null where none runs or due_missing names the calendar file that is needed.';
COMMENT ON COLUMN record_amendments.natural_key IS 'The further natural key of the record, where the proposal changes a field of the key.';
COMMENT ON COLUMN record_amendments.payload IS 'The whole content as it is to be; identity numbers only as keyed hash and masked form.';
COMMENT ON COLUMN record_amendments.sealed IS 'Identity numbers of the content, AES-256-GCM under the keyring of the installation, or null.';
GRANT INSERT, SELECT ON record_amendments TO mingxin_app;

CREATE VIEW record_clocks AS
 SELECT p.subject_id,
    p.record_id,
    p.item,
    p.source_body,
    p.decision_date,
    p.due_on,
    p.due_missing,
    p.hold,
    p.unserved,
    p.paused,
    LEAST(b.received_at, wb.received_at, p.reported_at) AS received_at,
        CASE
            WHEN w.received_at < p.reported_at THEN w.received_at
            ELSE NULL::timestamp with time zone
        END AS waited_from,
        CASE
            WHEN w.received_at < p.reported_at THEN LEAST(w.settled_at, p.reported_at)
            ELSE NULL::timestamp with time zone
        END AS waited_to,
        CASE
            WHEN v.judgement_id IS NULL THEN GREATEST(p.reported_at, b.finished_at)
            ELSE p.reported_at
        END AS filed_at,
    p.first_public_at,
        CASE
            WHEN r.state = 'withdrawn'::text THEN ( SELECT e.known_from
               FROM record_versions e
              WHERE e.subject_id = r.subject_id AND e.record_id = r.record_id AND e.cause = 'withdrawal'::text)
            ELSE NULL::timestamp with time zone
        END AS withdrawn_at
   FROM publications p
     JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
     LEFT JOIN LATERAL ( SELECT f.batch_id,
            f.judgement_id
           FROM records h
             JOIN record_versions f ON f.subject_id = h.subject_id AND f.record_id = h.record_id
          WHERE h.record_id = p.record_id
          ORDER BY f.version
         LIMIT 1) v ON true
     LEFT JOIN batches b ON b.batch_id = v.batch_id
     LEFT JOIN waiting_rows w ON w.natural_key = r.natural_key
     LEFT JOIN batches wb ON wb.batch_id = w.batch_id
  WHERE r.state <> 'rehomed'::text;
COMMENT ON VIEW record_clocks IS 'Who held a record when, as far as it stands on file: received, waiting for a judgement, filed, paused, public. For no role; clock_facts and the views of register are built on it.';

CREATE TABLE record_keys (
  natural_key bytea NOT NULL,
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  CONSTRAINT record_keys_pkey PRIMARY KEY (natural_key)
);
COMMENT ON TABLE record_keys IS 'Natural key (SHA-256 over item, source body and key fields) to record; makes every intake idempotent.';
GRANT INSERT, SELECT, UPDATE (subject_id) ON record_keys TO mingxin_app;

CREATE TABLE record_versions (
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  item text NOT NULL,
  edition integer NOT NULL,
  known_from timestamp with time zone NOT NULL,
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
  proceeding_id uuid,
  proposed_by text,
  ground text,
  CONSTRAINT record_versions_pkey PRIMARY KEY (subject_id, record_id, version),
  CONSTRAINT record_versions_cause_known CHECK (((cause = ANY (ARRAY['first'::text, 'correction'::text, 'withdrawal'::text, 'rehoming'::text])) IS TRUE)),
  CONSTRAINT record_versions_commitment_size CHECK (((octet_length(commitment) = 32) IS TRUE)),
  CONSTRAINT record_versions_first CHECK ((((version = 1) = (cause = 'first'::text)) IS TRUE)),
  CONSTRAINT record_versions_provenance CHECK ((((cause = ANY (ARRAY['withdrawal'::text, 'rehoming'::text])) OR (proceeding_id IS NOT NULL) OR ((batch_id IS NOT NULL) AND (row_number IS NOT NULL))) IS TRUE)),
  CONSTRAINT record_versions_rehomed_by_judgement CHECK ((((cause <> 'rehoming'::text) OR (judgement_id IS NOT NULL)) IS TRUE)),
  CONSTRAINT record_versions_retired CHECK ((((NOT retired) OR (cause = 'rehoming'::text)) IS TRUE)),
  CONSTRAINT record_versions_two_people CHECK (((((proceeding_id IS NULL) AND (proposed_by IS NULL) AND (ground IS NULL) AND (cause <> 'withdrawal'::text)) OR ((proceeding_id IS NOT NULL) AND (ground IS NOT NULL) AND (cause = ANY (ARRAY['correction'::text, 'withdrawal'::text])) AND (proposed_by <> recorded_by) AND (char_length(reason) >= 2))) IS TRUE)) NOT VALID
);
CREATE INDEX record_versions_judgement ON mingxin.record_versions USING btree (judgement_id) WHERE (judgement_id IS NOT NULL);
CREATE TRIGGER record_versions_append_only BEFORE DELETE OR UPDATE ON record_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_versions_no_truncate BEFORE TRUNCATE ON record_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE record_versions ENABLE ROW LEVEL SECURITY;
CREATE POLICY record_versions_scope ON record_versions TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.subject_id = record_versions.subject_id) AND (r.record_id = record_versions.record_id)))))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.subject_id = record_versions.subject_id) AND (r.record_id = record_versions.record_id))))));
COMMENT ON TABLE record_versions IS 'Append-only. What was known of a record from when on; known until the next version''s known_from.';
COMMENT ON COLUMN record_versions.known_from IS 'Moment at which the merging transaction began; a batch''s versions count for as-of reads from its finished_at.';
COMMENT ON COLUMN record_versions.changed_fields IS 'Keys of the fields that differ from the version before; told to the public without the contents.';
COMMENT ON COLUMN record_versions.commitment IS 'SHA-256(salt || RFC 8785 canonical JSON of the envelope); the entry of the transparency log.';
COMMENT ON COLUMN record_versions.judgement_id IS 'The judgement by which a person filed or moved it; null where a machine filed it.';
COMMENT ON COLUMN record_versions.retired IS 'The record leaves this subject with this version.';
COMMENT ON COLUMN record_versions.linked_subject IS 'Of a rehoming: the subject to which it went, or from which it came; null where the row waits again.';
COMMENT ON COLUMN record_versions.proceeding_id IS 'The proceeding by which two people corrected or withdrew it; recorded_by is who decided. Null where no person did.';
COMMENT ON COLUMN record_versions.proposed_by IS 'Who proposed what recorded_by decided.';
COMMENT ON COLUMN record_versions.ground IS 'Why it was corrected or withdrawn: an entry of data/rules/amendment-grounds.json; told to the public.';
GRANT INSERT, SELECT ON record_versions TO mingxin_app;

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
  added_keys bytea[] NOT NULL DEFAULT '{}'::bytea[],
  corrected_hashes bytea[] NOT NULL DEFAULT '{}'::bytea[],
  CONSTRAINT records_pkey PRIMARY KEY (subject_id, record_id),
  CONSTRAINT records_ended_with_date CHECK ((((state = 'active'::text) = (ended_on IS NULL)) IS TRUE)),
  CONSTRAINT records_state_known CHECK (((state = ANY (ARRAY['active'::text, 'withdrawn'::text, 'rehomed'::text])) IS TRUE))
);
CREATE INDEX records_document ON mingxin.records USING btree (document_folded);
CREATE INDEX records_item_decided ON mingxin.records USING btree (item, decision_date DESC, record_id DESC);
CREATE INDEX records_record_id ON mingxin.records USING btree (record_id);
CREATE INDEX records_withdrawn ON mingxin.records USING btree (item, source_body, decision_date) WHERE (state = 'withdrawn'::text);
CREATE TRIGGER records_arrival BEFORE INSERT ON records FOR EACH ROW WHEN (new.head_version > 1) EXECUTE FUNCTION guard_record_state();
CREATE TRIGGER records_state BEFORE UPDATE ON records FOR EACH ROW WHEN (old.state IS DISTINCT FROM new.state) EXECUTE FUNCTION guard_record_state();
ALTER TABLE records ENABLE ROW LEVEL SECURITY;
CREATE POLICY records_scope ON records TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(source_body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(source_body)));
COMMENT ON TABLE records IS 'One decision in its subject''s archive; points at its newest version.';
COMMENT ON COLUMN records.state IS 'active; withdrawn by its source; rehomed under another subject, where a new record stands.';
COMMENT ON COLUMN records.head_hash IS 'SHA-256 of the canonical content of the newest version; equal content is a duplicate.';
COMMENT ON COLUMN records.added_keys IS 'Natural keys under which the record is known beside its first one, since a correction changed a field of the key; each stands in record_keys.';
COMMENT ON COLUMN records.corrected_hashes IS 'Hashes of contents that people corrected: a file that brings one of them again changes nothing.';
GRANT INSERT, SELECT, UPDATE (added_keys, corrected_hashes, decision_date, document_folded, document_number, ended_on, head_batch, head_edition, head_hash, head_version, state) ON records TO mingxin_app;

CREATE TABLE row_explanations (
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  sequence integer NOT NULL,
  explanation_id uuid NOT NULL,
  act text NOT NULL,
  answer text,
  words text NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  CONSTRAINT row_explanations_pkey PRIMARY KEY (batch_id, row_number, sequence),
  CONSTRAINT row_explanations_answered CHECK ((((act = 'explain'::text) = (answer IS NOT NULL)) IS TRUE)),
  CONSTRAINT row_explanations_in_words CHECK (((char_length(btrim(words)) >= 2) IS TRUE)),
  CONSTRAINT row_explanations_turns CHECK (((act =
CASE
    WHEN ((sequence % 2) = 1) THEN 'explain'::text
    ELSE 'reopen'::text
END) IS TRUE))
);
CREATE TRIGGER row_explanations_append_only BEFORE DELETE OR UPDATE ON row_explanations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER row_explanations_no_truncate BEFORE TRUNCATE ON row_explanations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE row_explanations ENABLE ROW LEVEL SECURITY;
CREATE POLICY row_explanations_read ON row_explanations FOR SELECT TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM batches b
  WHERE (b.batch_id = row_explanations.batch_id)))));
CREATE POLICY row_explanations_write ON row_explanations FOR INSERT TO mingxin_app WITH CHECK (((EXISTS ( SELECT
   FROM batches b
  WHERE (b.batch_id = row_explanations.batch_id))) AND is_rejected_row(batch_id, row_number) AND (NOT (EXISTS ( SELECT
   FROM row_repairs r
  WHERE ((r.batch_id = row_explanations.batch_id) AND (r.row_number = row_explanations.row_number)))))));
COMMENT ON TABLE row_explanations IS 'Why a rejected row is not repaired: by turns explained and opened again, by whom, when; append-only.';
COMMENT ON COLUMN row_explanations.explanation_id IS 'One act may be about many rows.';
COMMENT ON COLUMN row_explanations.answer IS 'Standard answer of data/rules/row-answers.json; null where the row is opened again.';
GRANT INSERT, SELECT ON row_explanations TO mingxin_app;

CREATE TABLE row_repairs (
  batch_id uuid NOT NULL,
  row_number integer NOT NULL,
  by_batch uuid NOT NULL,
  by_row integer NOT NULL,
  outcome text NOT NULL,
  CONSTRAINT row_repairs_pkey PRIMARY KEY (batch_id, row_number),
  CONSTRAINT row_repairs_moves_on CHECK (((batch_id <> by_batch) IS TRUE)),
  CONSTRAINT row_repairs_outcome_known CHECK (((outcome = ANY (ARRAY['taken'::text, 'waiting'::text, 'refused'::text])) IS TRUE))
);
CREATE TRIGGER row_repairs_append_only BEFORE DELETE OR UPDATE ON row_repairs FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER row_repairs_no_truncate BEFORE TRUNCATE ON row_repairs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE row_repairs ENABLE ROW LEVEL SECURITY;
CREATE POLICY row_repairs_file ON row_repairs FOR INSERT TO mingxin_app WITH CHECK ((( SELECT in_scope() AS in_scope) AND is_rejected_row(batch_id, row_number)));
CREATE POLICY row_repairs_read ON row_repairs FOR SELECT TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM batches b
  WHERE (b.batch_id = row_repairs.batch_id)))));
COMMENT ON TABLE row_repairs IS 'A rejected row that was handed in again, as which row of which later batch. It stands open in the last batch that carried it and nowhere else; append-only.';
COMMENT ON COLUMN row_repairs.outcome IS 'What became of it there: taken, waiting for review, or refused again.';
GRANT INSERT, SELECT ON row_repairs TO mingxin_app;

CREATE TABLE sample_checks (
  sample_id uuid NOT NULL,
  place integer NOT NULL,
  sequence integer NOT NULL,
  outcome text NOT NULL,
  fields text[] NOT NULL,
  checked_against text NOT NULL,
  words text NOT NULL,
  checked_by text NOT NULL,
  checked_at timestamp with time zone NOT NULL,
  CONSTRAINT sample_checks_pkey PRIMARY KEY (sample_id, place, sequence),
  CONSTRAINT sample_checks_fields CHECK ((((outcome = 'wrong'::text) = (cardinality(fields) > 0)) IS TRUE)),
  CONSTRAINT sample_checks_outcome_known CHECK (((outcome = ANY (ARRAY['right'::text, 'wrong'::text, 'no-document'::text])) IS TRUE)),
  CONSTRAINT sample_checks_row FOREIGN KEY (sample_id, place) REFERENCES sample_rows(sample_id, place)
);
CREATE TRIGGER sample_checks_append_only BEFORE DELETE OR UPDATE ON sample_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sample_checks_no_truncate BEFORE TRUNCATE ON sample_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE sample_checks ENABLE ROW LEVEL SECURITY;
CREATE POLICY sample_checks_scope ON sample_checks TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM samples s
  WHERE (s.sample_id = sample_checks.sample_id))))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE sample_checks IS 'Append-only. What a comparison found; the newest of a row counts.';
COMMENT ON COLUMN sample_checks.fields IS 'Keys of the fields that differ from the document.';
COMMENT ON COLUMN sample_checks.checked_against IS 'The document: its number, file or address.';
GRANT INSERT, SELECT ON sample_checks TO mingxin_app;

CREATE TABLE sample_rows (
  sample_id uuid NOT NULL,
  place integer NOT NULL,
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  CONSTRAINT sample_rows_pkey PRIMARY KEY (sample_id, place),
  CONSTRAINT sample_rows_record_once UNIQUE (sample_id, record_id),
  CONSTRAINT sample_rows_sample FOREIGN KEY (sample_id) REFERENCES samples(sample_id)
);
CREATE TRIGGER sample_rows_append_only BEFORE DELETE OR UPDATE ON sample_rows FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sample_rows_no_truncate BEFORE TRUNCATE ON sample_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE sample_rows ENABLE ROW LEVEL SECURITY;
CREATE POLICY sample_rows_scope ON sample_rows TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM samples s
  WHERE (s.sample_id = sample_rows.sample_id))))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE sample_rows IS 'Append-only. The records of a sample in the order of the draw.';
COMMENT ON COLUMN sample_rows.version IS 'The version that was the newest at the draw: this content is compared.';
GRANT INSERT, SELECT ON sample_rows TO mingxin_app;

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
  drawn_at timestamp with time zone NOT NULL,
  CONSTRAINT samples_pkey PRIMARY KEY (sample_id),
  CONSTRAINT samples_period CHECK (((period_first <= period_last) IS TRUE)),
  CONSTRAINT samples_size CHECK (((((size >= 1) AND (size <= cardinality(frame))) AND (octet_length(frame_hash) = 32)) IS TRUE))
);
CREATE TRIGGER samples_append_only BEFORE DELETE OR UPDATE ON samples FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER samples_no_truncate BEFORE TRUNCATE ON samples FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE samples ENABLE ROW LEVEL SECURITY;
CREATE POLICY samples_scope ON samples TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE samples IS 'Append-only. Records of a body drawn at random for comparison with their decision documents.';
COMMENT ON COLUMN samples.seed IS 'With the frame all that the draw depends on: the records with the least SHA-256 of seed, a slash and record id.';
COMMENT ON COLUMN samples.frame IS 'Ids of all published records of item, body and period at the time, ascending.';
COMMENT ON COLUMN samples.frame_hash IS 'SHA-256 over the ids of the frame, each with a line feed.';
GRANT INSERT, SELECT ON samples TO mingxin_app;

CREATE TABLE series_judgements (
  judgement_id uuid NOT NULL,
  series_id uuid NOT NULL,
  body text NOT NULL,
  verdict text NOT NULL,
  words text NOT NULL,
  given_by text NOT NULL,
  approved_by text,
  at timestamp with time zone NOT NULL,
  CONSTRAINT series_judgements_pkey PRIMARY KEY (judgement_id),
  CONSTRAINT series_judgements_four_eyes CHECK ((((verdict = 'confirmed'::text) OR ((approved_by IS NOT NULL) AND (approved_by <> given_by))) IS TRUE)),
  CONSTRAINT series_judgements_series FOREIGN KEY (series_id, body) REFERENCES number_series(series_id, body),
  CONSTRAINT series_judgements_verdict CHECK (((verdict = ANY (ARRAY['confirmed'::text, 'no-series'::text])) IS TRUE))
);
CREATE INDEX series_judgements_latest ON mingxin.series_judgements USING btree (series_id, judgement_id DESC);
CREATE TRIGGER series_judgements_append_only BEFORE DELETE OR UPDATE ON series_judgements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER series_judgements_no_truncate BEFORE TRUNCATE ON series_judgements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE series_judgements ENABLE ROW LEVEL SECURITY;
CREATE POLICY series_judgements_scope ON series_judgements TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(body)));
COMMENT ON TABLE series_judgements IS 'Append-only. Whether a proposed series is one; the latest counts. Setting one aside takes two people, since nobody is asked about it any more.';
GRANT INSERT, SELECT ON series_judgements TO mingxin_app;

CREATE TABLE service_statements (
  record_id uuid NOT NULL,
  sequence integer NOT NULL,
  source_body text NOT NULL,
  served_on date,
  document integer,
  note text,
  stated_by text NOT NULL,
  stated_at timestamp with time zone NOT NULL,
  CONSTRAINT service_statements_pkey PRIMARY KEY (record_id, sequence),
  CONSTRAINT service_statements_document FOREIGN KEY (record_id, document) REFERENCES documents(record_id, sequence),
  CONSTRAINT service_statements_first CHECK (((sequence >= 1) IS TRUE)),
  CONSTRAINT service_statements_not_foretold CHECK ((((served_on IS NULL) OR (served_on <= ((stated_at AT TIME ZONE 'Asia/Shanghai'::text))::date)) IS TRUE)),
  CONSTRAINT service_statements_reasoned CHECK ((((served_on IS NOT NULL) OR (char_length(note) >= 2)) IS TRUE))
);
CREATE TRIGGER service_statements_append_only BEFORE DELETE OR UPDATE ON service_statements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER service_statements_no_truncate BEFORE TRUNCATE ON service_statements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE service_statements ENABLE ROW LEVEL SECURITY;
CREATE POLICY service_statements_scope ON service_statements TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(source_body))) WITH CHECK (((( SELECT in_scope() AS in_scope) OR in_body(source_body)) AND (EXISTS ( SELECT
   FROM records r
  WHERE ((r.record_id = service_statements.record_id) AND (r.source_body = service_statements.source_body))))));
COMMENT ON TABLE service_statements IS 'Append-only. What the body said about the service of a decision: not served yet, or served on a day. The newest counts.';
COMMENT ON COLUMN service_statements.served_on IS 'Day of service (送达日期); null says that the decision is not served yet.';
COMMENT ON COLUMN service_statements.document IS 'The attached paper that proves it, where one is named.';
COMMENT ON COLUMN service_statements.note IS 'Why it is not served yet, or how it was served.';
GRANT INSERT, SELECT ON service_statements TO mingxin_app;

CREATE TABLE subject_identifiers (
  value text NOT NULL,
  scheme text NOT NULL,
  subject_id uuid NOT NULL,
  origin_subject uuid NOT NULL,
  batch_id uuid NOT NULL,
  CONSTRAINT subject_identifiers_pkey PRIMARY KEY (value, scheme, subject_id)
);
CREATE INDEX subject_identifiers_beside ON mingxin.subject_identifiers USING btree (subject_id) WHERE ((scheme <> ALL (ARRAY['uscc'::text, 'organisation-code'::text])) OR (subject_id <> origin_subject));
CREATE UNIQUE INDEX subject_identifiers_one_per_code ON mingxin.subject_identifiers USING btree (value) WHERE (scheme = 'uscc'::text);
COMMENT ON TABLE subject_identifiers IS 'Identifier to subject; distributed by its value, so that a look-up touches one shard. A credit code leads to one subject; an older number may have been given to several, and then leads nowhere by itself.';
COMMENT ON COLUMN subject_identifiers.scheme IS 'uscc; organisation-code (positions 9 to 17 of the credit code); registration-number and other numbers that rows with a valid code reported beside it.';
COMMENT ON COLUMN subject_identifiers.origin_subject IS 'The subject that it came in for; a merge or split changes only subject_id.';
GRANT INSERT, SELECT, UPDATE (subject_id) ON subject_identifiers TO mingxin_app;

CREATE TABLE subject_names (
  subject_id uuid NOT NULL,
  folded text NOT NULL,
  via uuid NOT NULL,
  name text NOT NULL,
  searchable boolean NOT NULL,
  valid_from date NOT NULL,
  registered_from date,
  retracted_at timestamp with time zone,
  batch_id uuid NOT NULL,
  CONSTRAINT subject_names_pkey PRIMARY KEY (subject_id, folded, via)
);
ALTER TABLE subject_names ENABLE ROW LEVEL SECURITY;
CREATE POLICY subject_names_scope ON subject_names TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM records r
  WHERE (r.subject_id = subject_names.subject_id))))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE subject_names IS 'Every name under which a subject was registered or reported, in time.';
COMMENT ON COLUMN subject_names.folded IS 'Name folded for comparison: NFKC, upper case, without brackets and spaces.';
COMMENT ON COLUMN subject_names.via IS 'The subject itself, or the one whose merge brought the name along.';
COMMENT ON COLUMN subject_names.valid_from IS 'Earliest day that carries the name: approval of the registration or day of a decision.';
COMMENT ON COLUMN subject_names.registered_from IS 'Latest approval day of a registration under this name; null where only reports of others carry it. The newest is the current name.';
COMMENT ON COLUMN subject_names.retracted_at IS 'The name was a mistake and is corrected, or went elsewhere: it is shown and found nowhere.';
GRANT INSERT, SELECT, UPDATE (registered_from, retracted_at, valid_from) ON subject_names TO mingxin_app;

CREATE TABLE subject_redirects (
  subject_id uuid NOT NULL,
  judgement_id uuid NOT NULL,
  into_subject uuid NOT NULL,
  since timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT subject_redirects_pkey PRIMARY KEY (subject_id, judgement_id),
  CONSTRAINT subject_redirects_not_itself CHECK (((subject_id <> into_subject) IS TRUE))
);
CREATE INDEX subject_redirects_into ON mingxin.subject_redirects USING btree (into_subject) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX subject_redirects_one ON mingxin.subject_redirects USING btree (subject_id) WHERE (ended_at IS NULL);
ALTER TABLE subject_redirects ENABLE ROW LEVEL SECURITY;
CREATE POLICY subject_redirects_scope ON subject_redirects TO mingxin_app USING (( SELECT in_scope() AS in_scope)) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE subject_redirects IS 'Merged subject to the one that it turned out to be; its pages answer 308. Ended where the merge was undone.';
GRANT INSERT, SELECT, UPDATE (ended_at) ON subject_redirects TO mingxin_app;

CREATE TABLE subject_search (
  subject_id uuid NOT NULL,
  folded text NOT NULL,
  name text NOT NULL,
  uscc text,
  kind text NOT NULL,
  searchable boolean NOT NULL,
  core text NOT NULL,
  pinyin text NOT NULL,
  grams integer[] NOT NULL,
  CONSTRAINT subject_search_pkey PRIMARY KEY (subject_id, folded),
  CONSTRAINT subject_search_kind_known CHECK (((kind = ANY (ARRAY['organization'::text, 'sole_trader'::text, 'public_body'::text])) IS TRUE))
);
CREATE INDEX subject_search_core ON mingxin.subject_search USING btree (core) WHERE searchable;
CREATE INDEX subject_search_folded ON mingxin.subject_search USING btree (folded) WHERE searchable;
CREATE INDEX subject_search_grams ON mingxin.subject_search USING gin (grams) WHERE searchable;
CREATE INDEX subject_search_hidden ON mingxin.subject_search USING btree (folded) WHERE (NOT searchable);
CREATE INDEX subject_search_pinyin ON mingxin.subject_search USING btree (pinyin) WHERE searchable;
CREATE INDEX subject_search_uscc ON mingxin.subject_search USING btree (uscc);
COMMENT ON TABLE subject_search IS 'Public names for search, without row-level security (array indexes are not used under it); never a person.';
COMMENT ON COLUMN subject_search.searchable IS 'False where the name of a sole trader is a person''s own: found by code only.';
COMMENT ON COLUMN subject_search.core IS 'Word and trade of the folded name, without place, legal form and branch.';
COMMENT ON COLUMN subject_search.pinyin IS 'The core as it is read: initials, a space, syllables without tone (hyjc hongyajiancai).';
COMMENT ON COLUMN subject_search.grams IS 'Pairs of characters that tell the name from others, each packed into 32 bits; with marks for the core''s begin and end.';
GRANT DELETE, INSERT, SELECT ON subject_search TO mingxin_app;

CREATE TABLE subjects (
  subject_id uuid NOT NULL,
  kind text NOT NULL,
  uscc text,
  origin_batch uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT subjects_pkey PRIMARY KEY (subject_id),
  CONSTRAINT subjects_kind_known CHECK (((kind = ANY (ARRAY['organization'::text, 'sole_trader'::text, 'public_body'::text])) IS TRUE))
);
ALTER TABLE subjects ENABLE ROW LEVEL SECURITY;
CREATE POLICY subjects_scope ON subjects TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM records r
  WHERE (r.subject_id = subjects.subject_id))))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE subjects IS 'Organisations and sole traders. Natural persons are not kept here at all.';
COMMENT ON COLUMN subjects.uscc IS 'The code that brought it into being; null where a judgement did. Whom a code means now, subject_identifiers tells.';
COMMENT ON COLUMN subjects.origin_batch IS 'The batch, or the judgement, that brought it into being.';
GRANT INSERT, SELECT ON subjects TO mingxin_app;

CREATE TABLE terms (
  deadline text NOT NULL,
  digest bytea NOT NULL,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT terms_pkey PRIMARY KEY (deadline)
);
COMMENT ON TABLE terms IS 'By which text of data/rules/deadlines.json the stored terms were counted; a new or amended one makes all be counted anew.';
COMMENT ON COLUMN terms.digest IS 'SHA-256 over the editions of the term.';

CREATE TABLE version_contents (
  subject_id uuid NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  payload jsonb NOT NULL,
  sealed bytea,
  salt bytea NOT NULL,
  CONSTRAINT version_contents_pkey PRIMARY KEY (subject_id, record_id, version),
  CONSTRAINT version_contents_salt_size CHECK (((octet_length(salt) = 16) IS TRUE))
);
CREATE TRIGGER version_contents_no_truncate BEFORE TRUNCATE ON version_contents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER version_contents_no_update BEFORE UPDATE ON version_contents FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE version_contents ENABLE ROW LEVEL SECURITY;
CREATE POLICY version_contents_eraser ON version_contents TO mingxin_eraser USING (true);
CREATE POLICY version_contents_scope ON version_contents TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.subject_id = version_contents.subject_id) AND (r.record_id = version_contents.record_id)))))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR (EXISTS ( SELECT
   FROM records r
  WHERE ((r.subject_id = version_contents.subject_id) AND (r.record_id = version_contents.record_id))))));
COMMENT ON TABLE version_contents IS 'Payload and salt of a version, once. Erasing a row leaves its commitment valid and unguessable.';
COMMENT ON COLUMN version_contents.payload IS 'Normalised values; identity numbers only as keyed hash and masked form.';
COMMENT ON COLUMN version_contents.sealed IS 'Identity numbers, AES-256-GCM under the keyring of the installation, or null.';
GRANT INSERT, SELECT ON version_contents TO mingxin_app;
GRANT DELETE, SELECT ON version_contents TO mingxin_eraser;

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
  received_at timestamp with time zone NOT NULL,
  settled_at timestamp with time zone,
  settled_by uuid,
  claim bytea,
  subject_id uuid,
  decision_date date,
  CONSTRAINT waiting_rows_pkey PRIMARY KEY (natural_key),
  CONSTRAINT waiting_rows_edition FOREIGN KEY (item, edition) REFERENCES catalogue_editions(item, edition)
);
CREATE INDEX waiting_rows_claim ON mingxin.waiting_rows USING btree (claim) WHERE ((claim IS NOT NULL) AND (settled_at IS NULL));
CREATE INDEX waiting_rows_open ON mingxin.waiting_rows USING btree (item, decision_date) WHERE ((settled_at IS NULL) AND (decision_date IS NOT NULL));
CREATE INDEX waiting_rows_reason ON mingxin.waiting_rows USING btree (reason, received_at);
CREATE INDEX waiting_rows_subject ON mingxin.waiting_rows USING btree (subject_id) WHERE ((subject_id IS NOT NULL) AND (settled_at IS NULL));
ALTER TABLE waiting_rows ENABLE ROW LEVEL SECURITY;
CREATE POLICY waiting_rows_scope ON waiting_rows TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(source_body))) WITH CHECK (( SELECT in_scope() AS in_scope));
COMMENT ON TABLE waiting_rows IS 'Rows that no machine may file: doubtful subjects, and rows on natural persons. Contents are sealed.';
COMMENT ON COLUMN waiting_rows.sealed IS 'The row''s values, AES-256-GCM under the keyring of the installation.';
COMMENT ON COLUMN waiting_rows.settled_by IS 'Batch or judgement that filed the row after all; a settled row waits no more and is kept.';
COMMENT ON COLUMN waiting_rows.claim IS 'SHA-256 over the row''s identifiers and folded name, by which a judgement finds its likes; null for natural persons.';
COMMENT ON COLUMN waiting_rows.subject_id IS 'The subject that the row''s code leads to, where the name contradicts it.';
COMMENT ON COLUMN waiting_rows.decision_date IS 'Day of the decision, from which its term runs while it waits; null for natural persons, of whom nothing stands in clear.';
GRANT INSERT, SELECT, UPDATE ON waiting_rows TO mingxin_app;

CREATE TABLE window_periods (
  window_name text NOT NULL,
  edition text NOT NULL,
  severity text NOT NULL,
  effective_from date,
  effective_to date,
  published boolean NOT NULL,
  maximum_months integer,
  caps_earlier boolean NOT NULL,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT window_periods_pkey PRIMARY KEY (window_name, severity, edition),
  CONSTRAINT window_periods_maximum_positive CHECK ((((maximum_months IS NULL) OR (maximum_months > 0)) IS TRUE)),
  CONSTRAINT window_periods_severity_known CHECK (((severity = ANY (ARRAY[''::text, 'minor'::text, 'general'::text, 'serious'::text])) IS TRUE))
);
CREATE TRIGGER window_periods_append_only BEFORE DELETE ON window_periods FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER window_periods_no_truncate BEFORE TRUNCATE ON window_periods FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER window_periods_only_end BEFORE UPDATE ON window_periods FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end();
COMMENT ON TABLE window_periods IS 'The editions of data/rules/publicity-windows.json by class, written by the owner at start; the public views end publicity by them. Append-only but for an open end.';
COMMENT ON COLUMN window_periods.edition IS 'With window_name the key of the entry in the law data that cites its source.';
COMMENT ON COLUMN window_periods.severity IS 'Class of severity; empty for records that have none. A period for all classes stands once for each.';
COMMENT ON COLUMN window_periods.effective_from IS 'First day of the edition; null is from ever. effective_to: last day; null is open.';
COMMENT ON COLUMN window_periods.published IS 'False: records of this class are in principle not published while the edition counts.';
COMMENT ON COLUMN window_periods.maximum_months IS 'Calendar months from the decision after which publicity ends; null is no end.';
COMMENT ON COLUMN window_periods.caps_earlier IS 'From its first day the edition also ends the publicity of decisions of before.';
GRANT SELECT ON window_periods TO mingxin_app;

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
  stated_at timestamp with time zone NOT NULL,
  CONSTRAINT zero_reports_pkey PRIMARY KEY (item, body, period, sequence),
  CONSTRAINT zero_reports_act_known CHECK (((act = ANY (ARRAY['reported'::text, 'taken-back'::text])) IS TRUE)),
  CONSTRAINT zero_reports_id_once UNIQUE (zero_report_id),
  CONSTRAINT zero_reports_in_turn CHECK ((((sequence >= 1) AND (((sequence % 2) = 1) = (act = 'reported'::text))) IS TRUE)),
  CONSTRAINT zero_reports_period CHECK (((period_first <= period_last) IS TRUE)),
  CONSTRAINT zero_reports_period_over CHECK ((((act <> 'reported'::text) OR (((stated_at AT TIME ZONE 'Asia/Shanghai'::text))::date > period_last)) IS TRUE)),
  CONSTRAINT zero_reports_reasoned CHECK ((((act = 'reported'::text) = (reason IS NOT NULL)) IS TRUE))
);
CREATE INDEX zero_reports_newest ON mingxin.zero_reports USING btree (zero_report_id DESC);
CREATE TRIGGER zero_reports_append_only BEFORE DELETE OR UPDATE ON zero_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zero_reports_no_truncate BEFORE TRUNCATE ON zero_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER zero_reports_true BEFORE INSERT ON zero_reports FOR EACH ROW EXECUTE FUNCTION guard_zero_report();
ALTER TABLE zero_reports ENABLE ROW LEVEL SECURITY;
CREATE POLICY zero_reports_scope ON zero_reports TO mingxin_app USING ((( SELECT in_scope() AS in_scope) OR in_body(body))) WITH CHECK ((( SELECT in_scope() AS in_scope) OR in_body(body)));
COMMENT ON TABLE zero_reports IS 'Append-only. That a body made no decision of an item in a period, with its reason; the newest row of a period counts, and one that takes back stands for nothing.';
COMMENT ON COLUMN zero_reports.period IS 'YYYY-MM or YYYY-Qn; its days stand in period_first and period_last.';
COMMENT ON COLUMN zero_reports.sequence IS 'Odd rows report, even ones take back; no number is left out.';
COMMENT ON COLUMN zero_reports.reason IS 'Standard answer of data/rules/coverage-answers.json; null of a row that takes back.';
GRANT INSERT, SELECT ON zero_reports TO mingxin_app;

CREATE VIEW register.bodies AS
 SELECT body,
    name_zh,
    name_en,
    division,
    valid_from,
    valid_to,
    successor
   FROM bodies;
COMMENT ON VIEW register.bodies IS 'Bodies of government and other sources.';
GRANT SELECT ON register.bodies TO mingxin_public_read;

CREATE VIEW register.clocks AS
 SELECT f.record_id,
    f.item,
    f.source_body,
    f.decision_date,
    f.due_on,
    f.due_missing,
    f.hold,
    f.unserved,
    f.paused,
    f.received_at,
    f.waited_from,
    f.waited_to,
    f.filed_at,
    f.first_public_at,
    f.withdrawn_at
   FROM record_clocks f
     JOIN open_publications o ON o.subject_id = f.subject_id AND o.record_id = f.record_id
  WHERE f.withdrawn_at IS NULL;
COMMENT ON VIEW register.clocks IS 'The clock of records that are public today: moments only, no content and no person.';
GRANT SELECT ON register.clocks TO mingxin_public_read;

CREATE VIEW register.codes AS
 SELECT value AS uscc,
    subject_id
   FROM subject_identifiers i
  WHERE scheme = 'uscc'::text;
COMMENT ON VIEW register.codes IS 'Credit code to organisation, those of merged ones as well.';
GRANT SELECT ON register.codes TO mingxin_public_read;

CREATE VIEW register.figure_statements AS
 SELECT statement_id,
    month,
    number,
    supersedes,
    reason,
    frozen_at,
    content,
    digest,
    key_id,
    public_key,
    signature,
    ( SELECT n.statement_id
           FROM figure_statements n
          WHERE n.supersedes = s.statement_id) AS superseded_by
   FROM figure_statements s;
COMMENT ON VIEW register.figure_statements IS 'Frozen figures: counts per body, item and month, with their signatures.';
GRANT SELECT ON register.figure_statements TO mingxin_app;
GRANT SELECT ON register.figure_statements TO mingxin_public_read;

CREATE VIEW register.gone_records AS
 SELECT r.record_id,
        CASE
            WHEN r.state <> 'active'::text THEN r.state
            WHEN p.hold <> 'window-ended'::text THEN 'not-published'::text
            WHEN (EXISTS ( SELECT
               FROM window_periods w
              WHERE w.window_name = p.window_name AND w.severity = COALESCE(p.severity, ''::text) AND NOT w.published AND w.effective_from = (p.last_day + 1))) THEN 'not-published'::text
            ELSE 'window-ended'::text
        END AS reason,
    COALESCE(r.ended_on, GREATEST(
        CASE
            WHEN p.hold IS NULL THEN p.last_day + 1
            ELSE (v.known_from AT TIME ZONE 'Asia/Shanghai'::text)::date
        END, (p.first_public_at AT TIME ZONE 'Asia/Shanghai'::text)::date)) AS since,
        CASE
            WHEN v.cause = 'withdrawal'::text THEN v.reason
            ELSE NULL::text
        END AS stated_reason
   FROM records r
     JOIN publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
     JOIN record_versions v ON v.subject_id = r.subject_id AND v.record_id = r.record_id AND v.version = r.head_version
  WHERE p.first_public_at IS NOT NULL AND NOT (r.state = 'rehomed'::text AND (EXISTS ( SELECT
           FROM records h
          WHERE h.record_id = r.record_id AND (h.state <> 'rehomed'::text OR h.head_version > r.head_version)))) AND (r.state <> 'active'::text OR NOT (EXISTS ( SELECT
           FROM open_publications o
          WHERE o.subject_id = r.subject_id AND o.record_id = r.record_id)));
COMMENT ON VIEW register.gone_records IS 'Records that were public once and are not any more: reason class, day and the stated reason of a withdrawal, nothing else.';
GRANT SELECT ON register.gone_records TO mingxin_public_read;

CREATE VIEW register.names AS
 SELECT subject_id,
    folded,
    name,
    valid_from,
    registered_from
   FROM subject_names n
  WHERE retracted_at IS NULL;
COMMENT ON VIEW register.names IS 'Names of an organisation in time, without those that were corrected.';
GRANT SELECT ON register.names TO mingxin_public_read;

CREATE VIEW register.omission_counts AS
 SELECT body,
    item,
    month,
    count(*) FILTER (WHERE state = 'answered'::text)::integer AS answered,
    count(*) FILTER (WHERE state = 'open'::text)::integer AS open,
    count(*) FILTER (WHERE state = 'unexplained'::text)::integer AS unexplained
   FROM all_missing_states s
  WHERE verdict = 'confirmed'::text AND (state = ANY (ARRAY['answered'::text, 'open'::text, 'unexplained'::text]))
  GROUP BY body, item, month;
COMMENT ON VIEW register.omission_counts IS 'Missing document numbers in counts by body, item and month. Never the numbers: a missing one may lawfully be unpublished.';
GRANT SELECT ON register.omission_counts TO mingxin_public_read;

CREATE VIEW register.open_figure_disputes AS
 SELECT target,
    body,
    opened_at
   FROM proceedings p
  WHERE procedure = 'figure-dispute'::text AND ended_at IS NULL;
COMMENT ON VIEW register.open_figure_disputes IS 'Which frozen figures are disputed now, by which body and since when; no reason, no person.';
GRANT SELECT ON register.open_figure_disputes TO mingxin_app;
GRANT SELECT ON register.open_figure_disputes TO mingxin_public_read;

CREATE VIEW register.record_changes AS
 SELECT r.subject_id,
    r.record_id,
    v.version,
    v.known_from,
    v.cause,
    v.changed_fields,
    v.ground
   FROM records r
     JOIN open_publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
     JOIN records h ON h.record_id = r.record_id
     JOIN record_versions v ON v.subject_id = h.subject_id AND v.record_id = h.record_id AND NOT v.retired
  WHERE r.state = 'active'::text;
COMMENT ON VIEW register.record_changes IS 'That, when and why class a public record changed, and in which fields; never the former content.';
GRANT SELECT ON register.record_changes TO mingxin_public_read;

CREATE VIEW register.record_list AS
 SELECT r.subject_id,
    r.record_id,
    r.item,
    r.head_edition AS edition,
    r.source_body,
    r.document_folded,
    r.decision_date,
    p.severity,
    p.first_public_at,
    NULLIF(p.last_day, 'infinity'::date) AS public_until,
    COALESCE(p.masked ->> (e.roles ->> 'document-number'::text), r.document_number) AS document_number,
    COALESCE(p.masked ->> (e.roles ->> 'subject-name'::text),
        CASE
            WHEN (e.roles ->> 'subject-name'::text) = ANY (e.public_fields) THEN c.payload ->> (e.roles ->> 'subject-name'::text)
            ELSE NULL::text
        END) AS subject_name,
    COALESCE(p.masked ->> (e.roles ->> 'headline'::text),
        CASE
            WHEN (e.roles ->> 'headline'::text) = ANY (e.public_fields) THEN c.payload ->> (e.roles ->> 'headline'::text)
            ELSE NULL::text
        END) AS headline,
    COALESCE(p.masked ->> (e.roles ->> 'authority-name'::text),
        CASE
            WHEN (e.roles ->> 'authority-name'::text) = ANY (e.public_fields) THEN c.payload ->> (e.roles ->> 'authority-name'::text)
            ELSE NULL::text
        END) AS authority,
        CASE
            WHEN (e.roles ->> 'valid-to'::text) = ANY (e.public_fields) THEN c.payload ->> (e.roles ->> 'valid-to'::text)
            ELSE NULL::text
        END AS valid_to,
    ( SELECT max(s.uscc) AS max
           FROM subject_search s
          WHERE s.subject_id = r.subject_id) AS uscc
   FROM records r
     JOIN open_publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
     LEFT JOIN version_contents c ON c.subject_id = r.subject_id AND c.record_id = r.record_id AND c.version = r.head_version
     LEFT JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
  WHERE r.state = 'active'::text;
COMMENT ON VIEW register.record_list IS 'The same records by what a list shows of them. Outer joins, so that a count touches neither contents nor editions.';
GRANT SELECT ON register.record_list TO mingxin_public_read;

CREATE VIEW register.records AS
 SELECT r.subject_id,
    r.record_id,
    r.item,
    r.head_edition AS edition,
    r.source_body,
    COALESCE(p.masked ->> (e.roles ->> 'document-number'::text), r.document_number) AS document_number,
    r.document_folded,
    r.decision_date,
    r.head_version AS version,
    p.severity,
    p.first_public_at,
    NULLIF(p.last_day, 'infinity'::date) AS public_until,
    p.reported_at,
    p.due_on,
    p.due_missing,
    v.commitment,
    COALESCE(p.masked, '{}'::jsonb) AS masked,
    e.roles,
    (( SELECT COALESCE(jsonb_object_agg(f.key, f.value), '{}'::jsonb) AS "coalesce"
           FROM jsonb_each(c.payload) f(key, value)
          WHERE f.key = ANY (e.public_fields))) || COALESCE(p.masked, '{}'::jsonb) AS content
   FROM records r
     JOIN open_publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
     JOIN record_versions v ON v.subject_id = r.subject_id AND v.record_id = r.record_id AND v.version = r.head_version
     JOIN version_contents c ON c.subject_id = r.subject_id AND c.record_id = r.record_id AND c.version = r.head_version
     JOIN catalogue_editions e ON e.item = r.item AND e.edition = r.head_edition
  WHERE r.state = 'active'::text;
COMMENT ON VIEW register.records IS 'Records that are public today, with their public fields only; ended ones fall out by date arithmetic.';
GRANT SELECT ON register.records TO mingxin_public_read;

CREATE VIEW register.redirects AS
 SELECT subject_id,
    into_subject
   FROM subject_redirects r
  WHERE ended_at IS NULL;
COMMENT ON VIEW register.redirects IS 'Merged organisation to the one that it turned out to be.';
GRANT SELECT ON register.redirects TO mingxin_public_read;

CREATE VIEW register.subjects AS
 SELECT subject_id,
    folded,
    name,
    uscc,
    kind,
    searchable,
    core,
    pinyin,
    grams,
    ( SELECT count(*)::integer AS count
           FROM ( SELECT
                   FROM records r
                     JOIN open_publications p ON p.subject_id = r.subject_id AND p.record_id = r.record_id
                  WHERE r.subject_id = s.subject_id AND r.state = 'active'::text
                 LIMIT 10) shown) AS activity,
    ( SELECT (array_agg(n.name ORDER BY n.valid_from, (n.name COLLATE "C")))[1] AS array_agg
           FROM subject_names n
          WHERE n.subject_id = s.subject_id AND n.retracted_at IS NULL
          GROUP BY n.folded
          ORDER BY (max(n.registered_from)) DESC NULLS LAST, (min(n.valid_from)) DESC, (n.folded COLLATE "C")
         LIMIT 1) AS current_name
   FROM subject_search s;
COMMENT ON VIEW register.subjects IS 'Names of organisations for search. Two columns cost only whoever asks for them: activity, public records counted up to ten, and current_name, the newest registration or else the latest report.';
GRANT SELECT ON register.subjects TO mingxin_public_read;

CREATE VIEW register.timeliness AS
 SELECT p.item,
    p.source_body,
    p.decision_date,
    p.due_on,
    p.due_missing,
    p.reported_at,
        CASE
            WHEN p.first_public_at IS NULL THEN p.hold
            ELSE NULL::text
        END AS hold,
    (p.first_public_at AT TIME ZONE 'Asia/Shanghai'::text)::date AS published_on,
    ( SELECT o.record_id
           FROM open_publications o
          WHERE o.subject_id = p.subject_id AND o.record_id = p.record_id) AS record_id,
    encode(sha256(convert_to(p.record_id::text, 'UTF8'::name)), 'hex'::text) AS place,
    ( SELECT jsonb_build_object('receivedAt', f.received_at, 'waitedFrom', f.waited_from, 'waitedTo', f.waited_to, 'filedAt', f.filed_at, 'firstPublicAt', f.first_public_at, 'paused', f.paused) AS jsonb_build_object
           FROM record_clocks f
          WHERE f.subject_id = p.subject_id AND f.record_id = p.record_id) AS clock
   FROM publications p
     JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
  WHERE r.state = 'active'::text AND p.hold IS DISTINCT FROM 'rehomed'::text AND (p.first_public_at IS NOT NULL OR p.hold IS NULL OR (p.hold = ANY (ARRAY['severity-unconfirmed'::text, 'severity-undecided'::text, 'not-served'::text])));
COMMENT ON VIEW register.timeliness IS 'The decisions behind the figures of timeliness: dates, no content, no subject; the record only where it is public today. What lawfully is not published, and what was withdrawn, is counted and not listed.';
COMMENT ON COLUMN register.timeliness.place IS 'Place in a list of decisions of one day; leads to no record.';
COMMENT ON COLUMN register.timeliness.clock IS 'Moments of its clock, for the segments behind the figure; no ids.';
GRANT SELECT ON register.timeliness TO mingxin_public_read;

CREATE VIEW register.timeliness_counts AS
 SELECT p.item,
    p.source_body,
    date_trunc('month'::text, p.decision_date::timestamp with time zone)::date AS month,
        CASE
            WHEN j.hold IS NULL THEN p.due_on
            ELSE NULL::date
        END AS due_on,
        CASE
            WHEN j.hold IS NULL THEN p.due_missing
            ELSE NULL::text
        END AS due_missing,
    j.hold,
        CASE
            WHEN j.hold IS NULL THEN (p.first_public_at AT TIME ZONE 'Asia/Shanghai'::text)::date
            ELSE NULL::date
        END AS published_on,
    count(*)::integer AS count
   FROM publications p
     JOIN records r ON r.subject_id = p.subject_id AND r.record_id = p.record_id
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN r.state = 'withdrawn'::text THEN 'withdrawn'::text
                    WHEN p.first_public_at IS NULL THEN p.hold
                    ELSE NULL::text
                END AS hold) j
  WHERE r.state <> 'rehomed'::text AND p.hold IS DISTINCT FROM 'rehomed'::text
  GROUP BY p.item, p.source_body, (date_trunc('month'::text, p.decision_date::timestamp with time zone)::date), (
        CASE
            WHEN j.hold IS NULL THEN p.due_on
            ELSE NULL::date
        END), (
        CASE
            WHEN j.hold IS NULL THEN p.due_missing
            ELSE NULL::text
        END), j.hold, (
        CASE
            WHEN j.hold IS NULL THEN (p.first_public_at AT TIME ZONE 'Asia/Shanghai'::text)::date
            ELSE NULL::date
        END);
COMMENT ON VIEW register.timeliness_counts IS 'Decisions with the same dates in a month, counted; of those that are not counted as due only the reason and the month.';
GRANT SELECT ON register.timeliness_counts TO mingxin_public_read;
