-- Notices: what somebody is told, to whom, what they have read, and the mail that repeats it outside of the desk.

-- Who asks, beside the scope of rows: some rows belong to one person, whatever bodies they see.
CREATE FUNCTION is_platform() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('mingxin.scope', true) = 'all' AND current_setting('mingxin.actor', true) = 'mingxin', false) $$;
COMMENT ON FUNCTION is_platform() IS 'Whether the transaction is the platform''s own work, not somebody''s request.';

CREATE FUNCTION is_actor(person text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('mingxin.actor', true), '') = person, false) $$;
COMMENT ON FUNCTION is_actor(text) IS 'Whether this person asks; false where the transaction has not declared who does.';

CREATE FUNCTION holds_grant(needed text, body text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(needed = ANY (string_to_array(current_setting('mingxin.grants', true), ','))
    AND (body IS NULL OR body = current_setting('mingxin.actor_body', true)), false) $$;
COMMENT ON FUNCTION holds_grant(text, text) IS 'Whether whoever asks holds a grant, in this body where one is named.';

GRANT EXECUTE ON FUNCTION is_platform(), is_actor(text), holds_grant(text, text) TO mingxin_app, mingxin_accounts;

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
  made_at timestamptz NOT NULL,
  CONSTRAINT notices_pkey PRIMARY KEY (notice_id),
  CONSTRAINT notices_once UNIQUE NULLS NOT DISTINCT (occasion, person, needed_grant, body),
  CONSTRAINT notices_one_addressee CHECK (((person IS NULL) <> (needed_grant IS NULL) AND (person IS NULL OR body IS NULL)) IS TRUE),
  CONSTRAINT notices_link_within CHECK ((link ~ '^/[^/]') IS TRUE)
);
COMMENT ON TABLE notices IS 'What somebody is told; append-only. The words stand in data/notices, so that no content about a subject stands here.';
COMMENT ON COLUMN notices.kind IS 'Kind of data/notices/kinds.json, which has the words.';
COMMENT ON COLUMN notices.params IS 'Counts and codes that fill the words: never names, numbers or contents of records.';
COMMENT ON COLUMN notices.link IS 'Where on the desk it is dealt with.';
COMMENT ON COLUMN notices.person IS 'Whom it is for; null where it is for all who hold a grant.';
COMMENT ON COLUMN notices.needed_grant IS 'For all who hold this grant when they look, new colleagues as well; null where it is for one person.';
COMMENT ON COLUMN notices.body IS 'With a grant: in this body only; null is in any.';
COMMENT ON COLUMN notices.caused_by IS 'With a grant: who brought it about and is not told, e.g. who proposed what others decide.';
COMMENT ON COLUMN notices.occasion IS 'What happened, by which nobody is told the same twice.';
CREATE INDEX notices_person ON notices (person, notice_id) WHERE person IS NOT NULL;
CREATE INDEX notices_grant ON notices (needed_grant, body, notice_id) WHERE needed_grant IS NOT NULL;
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
CREATE POLICY notices_read ON notices FOR SELECT TO mingxin_app
  USING ((SELECT is_platform()) OR is_actor(person) OR (holds_grant(needed_grant, body) AND NOT is_actor(caused_by)));
CREATE POLICY notices_write ON notices FOR INSERT TO mingxin_app, mingxin_accounts
  WITH CHECK (coalesce(current_setting('mingxin.scope', true), '') <> '');
GRANT SELECT, INSERT ON notices TO mingxin_app;
GRANT INSERT ON notices TO mingxin_accounts;

CREATE TABLE notice_reads (
  notice_id uuid NOT NULL,
  reader text NOT NULL,
  read_at timestamptz NOT NULL,
  CONSTRAINT notice_reads_pkey PRIMARY KEY (reader, notice_id),
  CONSTRAINT notice_reads_notice FOREIGN KEY (notice_id) REFERENCES notices (notice_id)
);
COMMENT ON TABLE notice_reads IS 'Who has read which notice.';
ALTER TABLE notice_reads ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_reads_own ON notice_reads TO mingxin_app USING (is_actor(reader))
  WITH CHECK (is_actor(reader) AND EXISTS (SELECT FROM notices n WHERE n.notice_id = notice_reads.notice_id));
GRANT SELECT, INSERT ON notice_reads TO mingxin_app;

CREATE TABLE notice_ends (
  occasion text NOT NULL,
  ended_at timestamptz NOT NULL,
  CONSTRAINT notice_ends_pkey PRIMARY KEY (occasion)
);
COMMENT ON TABLE notice_ends IS 'Occasions that are dealt with: their notices are unread by nobody any more. Append-only.';
ALTER TABLE notice_ends ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_ends_declared ON notice_ends TO mingxin_app, mingxin_accounts
  USING (coalesce(current_setting('mingxin.scope', true), '') <> '')
  WITH CHECK (coalesce(current_setting('mingxin.scope', true), '') <> '');
GRANT SELECT, INSERT ON notice_ends TO mingxin_app;
GRANT INSERT ON notice_ends TO mingxin_accounts;

CREATE TABLE mail_settings (
  person text NOT NULL,
  address text,
  wanted boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT mail_settings_pkey PRIMARY KEY (person),
  CONSTRAINT mail_settings_address_shape CHECK ((address IS NULL OR address ~ '^[^\s@<>",;:]+@[^\s@<>",;:]+$') IS TRUE)
);
COMMENT ON TABLE mail_settings IS 'Where a person wants notices by mail, and whether.';
COMMENT ON COLUMN mail_settings.address IS 'As the person gave it; null is none.';
ALTER TABLE mail_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY mail_settings_read ON mail_settings FOR SELECT TO mingxin_app USING ((SELECT is_platform()) OR is_actor(person));
CREATE POLICY mail_settings_make ON mail_settings FOR INSERT TO mingxin_app WITH CHECK (is_actor(person));
CREATE POLICY mail_settings_change ON mail_settings FOR UPDATE TO mingxin_app USING (is_actor(person)) WITH CHECK (is_actor(person));
GRANT SELECT, INSERT ON mail_settings TO mingxin_app;
GRANT UPDATE (address, wanted, changed_at) ON mail_settings TO mingxin_app;

CREATE TABLE notice_outbox (
  notice_id uuid NOT NULL,
  CONSTRAINT notice_outbox_pkey PRIMARY KEY (notice_id),
  CONSTRAINT notice_outbox_notice FOREIGN KEY (notice_id) REFERENCES notices (notice_id)
);
COMMENT ON TABLE notice_outbox IS 'Notices whose mails are still to be made out, written with the notice; taken out when the mails are there.';
ALTER TABLE notice_outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_outbox_platform ON notice_outbox TO mingxin_app USING ((SELECT is_platform()))
  WITH CHECK (coalesce(current_setting('mingxin.scope', true), '') <> '');
CREATE POLICY notice_outbox_write ON notice_outbox FOR INSERT TO mingxin_accounts
  WITH CHECK (coalesce(current_setting('mingxin.scope', true), '') <> '');
GRANT SELECT, INSERT, DELETE ON notice_outbox TO mingxin_app;
GRANT INSERT ON notice_outbox TO mingxin_accounts;

CREATE TABLE notice_mails (
  notice_id uuid NOT NULL,
  person text NOT NULL,
  address text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  ended_at timestamptz,
  fault text,
  CONSTRAINT notice_mails_pkey PRIMARY KEY (notice_id, person),
  CONSTRAINT notice_mails_notice FOREIGN KEY (notice_id) REFERENCES notices (notice_id),
  CONSTRAINT notice_mails_state_known CHECK ((state IN ('waiting', 'sent', 'failed')) IS TRUE),
  CONSTRAINT notice_mails_ended CHECK (((state = 'waiting') = (ended_at IS NULL)) IS TRUE)
);
COMMENT ON TABLE notice_mails IS 'One mail of a notice to one person: waiting, sent, or failed for good and kept.';
COMMENT ON COLUMN notice_mails.address IS 'Where it goes, as it was when the mail was made out.';
COMMENT ON COLUMN notice_mails.next_try_at IS 'When it is tried next; while somebody tries it, when another may.';
COMMENT ON COLUMN notice_mails.fault IS 'What the last try failed by, as the mail server said it.';
CREATE INDEX notice_mails_waiting ON notice_mails (next_try_at) WHERE state = 'waiting';
CREATE INDEX notice_mails_failed ON notice_mails (ended_at) WHERE state = 'failed';
ALTER TABLE notice_mails ENABLE ROW LEVEL SECURITY;
CREATE POLICY notice_mails_platform ON notice_mails TO mingxin_app
  USING ((SELECT is_platform())) WITH CHECK ((SELECT is_platform()));
CREATE POLICY notice_mails_own ON notice_mails FOR SELECT TO mingxin_app USING (is_actor(person));
GRANT SELECT, INSERT ON notice_mails TO mingxin_app;
GRANT UPDATE (state, attempts, next_try_at, ended_at, fault) ON notice_mails TO mingxin_app;

-- Rows that wait for a clerk have a term, too ----------------------------------------------------------------------

ALTER TABLE waiting_rows ADD COLUMN decision_date date;
COMMENT ON COLUMN waiting_rows.decision_date IS 'Day of the decision, from which its term runs while it waits; null for natural persons, of whom nothing stands in clear.';
CREATE INDEX waiting_rows_open ON waiting_rows (item, decision_date) WHERE settled_at IS NULL AND decision_date IS NOT NULL;

CREATE INDEX publications_undecided ON publications (source_body, due_on)
  WHERE first_public_at IS NULL AND hold IN ('severity-unconfirmed', 'severity-undecided');
