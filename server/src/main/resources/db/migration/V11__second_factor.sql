-- Second factor of clerks (RFC 6238). The secret is sealed under a key of the data folder; of recovery codes hashes are kept.
CREATE TABLE access.second_factor (
    account      text PRIMARY KEY REFERENCES access.account,
    sealed       bytea NOT NULL,
    last_step    bigint NOT NULL,
    offered_at   timestamptz NOT NULL,
    confirmed_at timestamptz
);
GRANT SELECT, INSERT, DELETE ON access.second_factor TO xinheng_app;
GRANT UPDATE (last_step, confirmed_at) ON access.second_factor TO xinheng_app;

CREATE TABLE access.recovery_code (
    account text NOT NULL REFERENCES access.account,
    sha256  bytea NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (account, sha256)
);
GRANT SELECT, INSERT, DELETE ON access.recovery_code TO xinheng_app;
GRANT UPDATE (used_at) ON access.recovery_code TO xinheng_app;
