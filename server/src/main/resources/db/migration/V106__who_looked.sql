-- Readings that a law keeps from the organisation for a time (依法暂不告知): the body that is going to read says so before, with the law and the
-- day from which the organisation sees them. Readings before the sealing stay seen. Append-only.
CREATE TABLE access.read_seal (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL,
    source_id       text NOT NULL,
    basis           text NOT NULL CHECK (basis <> ''),
    visible_from    date NOT NULL,
    sealed_at       timestamptz NOT NULL,
    sealed_by       text NOT NULL
);
CREATE INDEX ON access.read_seal (organisation_id);
GRANT SELECT, INSERT ON access.read_seal TO xinheng_app;

-- An organisation looks for the readings of itself, the newest first.
CREATE INDEX ON access.read_log (organisation_id, id) WHERE organisation_id IS NOT NULL;
