-- The archive of what public bodies decided: only ever appended to. See docs/decisions/0006-archive-and-loading.md.
CREATE SCHEMA archive;
GRANT USAGE ON SCHEMA archive TO xinheng_app;

-- Internal ids: the number of the node above, this sequence below.
CREATE SEQUENCE archive.act_number;

-- Words that repeat in every version (authorities, sources, reasons of the gate), kept once.
CREATE TABLE archive.term (
    id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text NOT NULL UNIQUE
);

-- What happened to the archive, in the order in which it took effect: the row is the activation. Gap-free and monotone
-- under one advisory lock; what carries an id that is not here is not there for any reader.
CREATE TABLE archive.act (
    position     bigint PRIMARY KEY CHECK (position > 0),
    id           bigint NOT NULL UNIQUE,
    kind         smallint NOT NULL,
    type         smallint NOT NULL,
    source       int REFERENCES archive.term,
    actor        text NOT NULL,
    activated_at timestamptz NOT NULL
);
CREATE INDEX act_last_heard ON archive.act (type, source, position);

CREATE TABLE archive.version (
    organisation_id   bigint NOT NULL,
    record_id         bigint NOT NULL,
    delivery_id       bigint NOT NULL,
    first_received_at timestamptz NOT NULL,
    version_no        int NOT NULL CHECK (version_no > 0),
    row_no            int NOT NULL,
    decided_on        date NOT NULL,
    first_shown       date,
    last_shown        date,
    earliest_repair   date,
    source            int NOT NULL,
    authority         int NOT NULL,
    gate_reasons      int NOT NULL,
    severity          int,
    type              smallint NOT NULL,
    algorithm         smallint NOT NULL,
    gate              smallint NOT NULL,
    to_be_confirmed   boolean NOT NULL,
    historical        boolean NOT NULL,
    commitment        bytea NOT NULL,
    salt              bytea,
    payload           bytea,
    PRIMARY KEY (organisation_id, record_id, version_no),
    -- An adverse record is let out by the gate with a first day, or not at all.
    CHECK ((gate = 0) = (first_shown IS NOT NULL))
) PARTITION BY HASH (organisation_id);

DO $$
BEGIN
    FOR i IN 0..31 LOOP
        EXECUTE format(
            'CREATE TABLE archive.version_%s PARTITION OF archive.version FOR VALUES WITH (MODULUS 32, REMAINDER %s)',
            to_char(i, 'FM00'), i);
        EXECUTE format('GRANT SELECT, INSERT ON archive.version_%s TO xinheng_app', to_char(i, 'FM00'));
    END LOOP;
END $$;

-- Nobody asks for a version by these: without them ANALYZE, which comes by itself after each large delivery, costs a fraction.
ALTER TABLE archive.version
    ALTER COLUMN commitment SET STATISTICS 0,
    ALTER COLUMN salt SET STATISTICS 0,
    ALTER COLUMN payload SET STATISTICS 0;

CREATE INDEX version_lists ON archive.version (type, decided_on) WHERE first_shown IS NOT NULL;
CREATE INDEX version_lists_of_authority ON archive.version (type, authority, decided_on) WHERE first_shown IS NOT NULL;
CREATE INDEX version_of_delivery ON archive.version USING brin (delivery_id) WITH (pages_per_range = 16);

-- Who first had a document number: the same authority and number with another organisation is accepted with a warning.
CREATE TABLE archive.number_holder (
    record_id       bigint PRIMARY KEY,
    organisation_id bigint NOT NULL
);

CREATE TABLE archive.ending (
    organisation_id bigint NOT NULL,
    record_id       bigint NOT NULL,
    act_id          bigint NOT NULL,
    kind            smallint NOT NULL,
    document_number text NOT NULL CHECK (document_number <> ''),
    statement       text NOT NULL,
    -- A record ends once: there is no coming back but by a new decision with a new number.
    PRIMARY KEY (organisation_id, record_id)
);
CREATE INDEX ending_of_act ON archive.ending (act_id);

GRANT USAGE ON SEQUENCE archive.act_number TO xinheng_app;
GRANT SELECT, INSERT ON archive.term, archive.act, archive.version, archive.number_holder, archive.ending TO xinheng_app;

-- Lawful removal: payload and salt may be emptied by this role alone; the commitment stays, so that the log still verifies.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'xinheng_eraser') THEN
        GRANT USAGE ON SCHEMA archive TO xinheng_eraser;
        GRANT SELECT (organisation_id, record_id, version_no), UPDATE (payload, salt) ON archive.version TO xinheng_eraser;
    END IF;
END $$;
