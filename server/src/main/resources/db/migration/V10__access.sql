-- Accounts, API clients, their tokens, and the log of every read of non-public data.
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO xinheng_app;

-- An account is named after a post, not after a person.
CREATE TABLE access.account (
    name          text PRIMARY KEY,
    password_hash text NOT NULL,
    roles         text[] NOT NULL,
    source_id     text,
    opened_at     timestamptz NOT NULL,
    closed_at     timestamptz,
    failures      integer NOT NULL DEFAULT 0,
    locked_until  timestamptz
);
GRANT SELECT, INSERT ON access.account TO xinheng_app;
GRANT UPDATE (password_hash, roles, source_id, closed_at, failures, locked_until) ON access.account TO xinheng_app;

CREATE TABLE access.client (
    id          text PRIMARY KEY,
    secret_hash text NOT NULL,
    permissions text[] NOT NULL,
    source_id   text,
    opened_at   timestamptz NOT NULL,
    closed_at   timestamptz
);
GRANT SELECT, INSERT ON access.client TO xinheng_app;
GRANT UPDATE (secret_hash, permissions, source_id, closed_at) ON access.client TO xinheng_app;

-- Machine tokens are opaque; only their SHA-256 is kept.
CREATE TABLE access.token (
    sha256      bytea PRIMARY KEY,
    client_id   text NOT NULL REFERENCES access.client,
    permissions text[] NOT NULL,
    issued_at   timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    revoked_at  timestamptz
);
CREATE INDEX ON access.token (expires_at);
GRANT SELECT, INSERT, DELETE ON access.token TO xinheng_app;
GRANT UPDATE (revoked_at) ON access.token TO xinheng_app;

-- What was known about whom before a position must be read again. The counter's row lock makes positions appear in the
-- order of their commits, so that a reader who has seen one has seen all before it.
CREATE TABLE access.revocation_position (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    value bigint NOT NULL
);
INSERT INTO access.revocation_position (value) VALUES (0);
GRANT SELECT, UPDATE ON access.revocation_position TO xinheng_app;

CREATE TABLE access.revocation (
    position   bigint PRIMARY KEY,
    subject    text NOT NULL,
    revoked_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON access.revocation TO xinheng_app;

-- Who read what non-public data about whom, and why; never what was found. Append-only.
CREATE TABLE access.read_log (
    id              bigint GENERATED ALWAYS AS IDENTITY,
    read_at         timestamptz NOT NULL,
    actor           text NOT NULL,
    actor_kind      text NOT NULL,
    source_id       text,
    what            text NOT NULL,
    organisation_id bigint,
    purpose         text NOT NULL
);
CREATE INDEX ON access.read_log USING brin (read_at);
GRANT SELECT, INSERT ON access.read_log TO xinheng_app;
