-- Month-end figures: frozen as signed statements that nobody can change, and what is disputed about them.

CREATE TABLE figure_statements (
  statement_id uuid NOT NULL,
  month text NOT NULL,
  number integer NOT NULL,
  supersedes uuid,
  reason text,
  frozen_at timestamptz NOT NULL,
  frozen_by text NOT NULL,
  content text NOT NULL,
  digest bytea NOT NULL,
  key_id text NOT NULL,
  public_key bytea NOT NULL,
  signature bytea NOT NULL,
  CONSTRAINT figure_statements_pkey PRIMARY KEY (statement_id),
  CONSTRAINT figure_statements_of_month UNIQUE (statement_id, month),
  CONSTRAINT figure_statements_number_once UNIQUE (month, number),
  CONSTRAINT figure_statements_superseded_once UNIQUE (supersedes),
  CONSTRAINT figure_statements_supersedes FOREIGN KEY (supersedes, month) REFERENCES figure_statements (statement_id, month),
  CONSTRAINT figure_statements_month CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$') IS TRUE),
  CONSTRAINT figure_statements_first CHECK ((number >= 1 AND (number = 1) = (supersedes IS NULL)) IS TRUE),
  CONSTRAINT figure_statements_reasoned CHECK (((supersedes IS NULL) = (reason IS NULL)) IS TRUE),
  CONSTRAINT figure_statements_digest CHECK ((digest = sha256(convert_to(content, 'UTF8'))) IS TRUE),
  CONSTRAINT figure_statements_says_itself CHECK ((content::jsonb ->> 'statementId' = statement_id::text
    AND content::jsonb ->> 'month' = month AND (content::jsonb ->> 'number')::integer = number) IS TRUE),
  CONSTRAINT figure_statements_sizes CHECK ((octet_length(public_key) = 32 AND octet_length(signature) = 64) IS TRUE)
);
COMMENT ON TABLE figure_statements IS 'Append-only. The figures of a month as they were on the day of freezing, signed; a further statement names the one that it replaces and says why.';
COMMENT ON COLUMN figure_statements.month IS 'YYYY-MM: decisions made, or rows reported, in this month.';
COMMENT ON COLUMN figure_statements.number IS '1 for the month''s first statement, then one more for each further.';
COMMENT ON COLUMN figure_statements.content IS 'RFC 8785 canonical JSON: every figure with numerator, denominator and the digest of the rows behind it. Counts and digests only, so it is public.';
COMMENT ON COLUMN figure_statements.digest IS 'SHA-256 of the content; a further statement names it.';
COMMENT ON COLUMN figure_statements.key_id IS 'First 16 hex digits of the SHA-256 of the public key.';
COMMENT ON COLUMN figure_statements.signature IS 'Ed25519 (RFC 8032) over the text of src/verify/figure-statement.ts.';

CREATE TRIGGER figure_statements_append_only BEFORE DELETE OR UPDATE ON figure_statements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_statements_no_truncate BEFORE TRUNCATE ON figure_statements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE figure_statements ENABLE ROW LEVEL SECURITY;
CREATE POLICY figure_statements_scope ON figure_statements TO mingxin_app
  USING ((SELECT in_scope())) WITH CHECK ((SELECT in_scope()));
GRANT SELECT, INSERT ON figure_statements TO mingxin_app;

CREATE UNIQUE INDEX proceedings_one_open_dispute ON proceedings (target) WHERE procedure = 'figure-dispute' AND ended_at IS NULL;

CREATE VIEW register.figure_statements AS
  SELECT s.statement_id, s.month, s.number, s.supersedes, s.reason, s.frozen_at, s.content, s.digest, s.key_id, s.public_key, s.signature,
    (SELECT n.statement_id FROM figure_statements n WHERE n.supersedes = s.statement_id) AS superseded_by
  FROM figure_statements s;
COMMENT ON VIEW register.figure_statements IS 'Frozen figures: counts per body, item and month, with their signatures.';

CREATE VIEW register.open_figure_disputes AS
  SELECT p.target, p.body, p.opened_at FROM proceedings p WHERE p.procedure = 'figure-dispute' AND p.ended_at IS NULL;
COMMENT ON VIEW register.open_figure_disputes IS 'Which frozen figures are disputed now, by which body and since when; no reason, no person.';

GRANT SELECT ON register.figure_statements, register.open_figure_disputes TO mingxin_public_read, mingxin_app;
