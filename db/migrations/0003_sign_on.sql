-- Passkeys, links to an identity service, and failed sign-ins counted by name and network together.

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
  created_at timestamptz NOT NULL,
  aaguid text,
  last_used_on date,
  CONSTRAINT passkeys_pkey PRIMARY KEY (id),
  CONSTRAINT passkeys_credential_once UNIQUE (credential_id),
  CONSTRAINT passkeys_person FOREIGN KEY (user_id) REFERENCES accounts.people (id) ON DELETE CASCADE
);
COMMENT ON TABLE accounts.passkeys IS 'Public keys of people''s authenticators (WebAuthn); the private ones never leave the authenticator.';
COMMENT ON COLUMN accounts.passkeys.name IS 'As its owner calls it.';
COMMENT ON COLUMN accounts.passkeys.counter IS 'Uses as the authenticator counts them (WebAuthn signature counter); one that goes back is a copy. 0 where it does not count.';
COMMENT ON COLUMN accounts.passkeys.backed_up IS 'Whether the authenticator keeps a copy elsewhere, such as in a password manager.';
COMMENT ON COLUMN accounts.passkeys.aaguid IS 'Model of the authenticator.';
CREATE INDEX passkeys_by_user ON accounts.passkeys (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.passkeys TO mingxin_accounts;

-- An identity of a service is one person here, and a person has one way of each kind.
CREATE UNIQUE INDEX credentials_identity_once ON accounts.credentials (provider_id, account_id);
CREATE UNIQUE INDEX credentials_way_once ON accounts.credentials (user_id, provider_id);
COMMENT ON COLUMN accounts.credentials.provider_id IS '''credential'' for a password, else the issuer of an identity service (OpenID Connect).';
COMMENT ON COLUMN accounts.credentials.account_id IS 'The person''s id for a password, else the subject by which the identity service knows them.';

DROP TABLE accounts.sign_in_failures;
CREATE TABLE accounts.sign_in_networks (
  username text NOT NULL,
  network text NOT NULL,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz,
  known_until timestamptz,
  CONSTRAINT sign_in_networks_pkey PRIMARY KEY (username, network)
);
COMMENT ON TABLE accounts.sign_in_networks IS 'Wrong passwords in a row by user name and network, whether or not there is such a user; too many lock the name for that network for a while.';
COMMENT ON COLUMN accounts.sign_in_networks.network IS 'An IPv4 address, the first 64 bits of an IPv6 one, or ''*'': all networks together from which the name is not known.';
COMMENT ON COLUMN accounts.sign_in_networks.known_until IS 'Until when this network counts as one from which the user has signed in; null where the user never has.';
CREATE INDEX sign_in_networks_by_time ON accounts.sign_in_networks (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.sign_in_networks TO mingxin_accounts;

CREATE INDEX sessions_by_end ON accounts.sessions (expires_at);
CREATE INDEX verifications_by_end ON accounts.verifications (expires_at);

-- The days for setting a password are counted from the approval.
GRANT UPDATE (expires_at) ON accounts.invitations TO mingxin_accounts;
