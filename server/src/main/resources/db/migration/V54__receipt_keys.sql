-- Public keys with which receipts of checks were signed: what was signed once can be verified for ever. The secrets are files of the
-- data folder and in no table.
CREATE TABLE measure.receipt_key (
    ordinal    int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         text NOT NULL UNIQUE CHECK (id ~ '^[0-9a-f]{16}$'),
    algorithm  text NOT NULL CHECK (algorithm IN ('Ed25519', 'SM2')),
    public_key bytea NOT NULL,
    since      timestamptz NOT NULL
);
GRANT SELECT, INSERT ON measure.receipt_key TO xinheng_app;
