-- Grants of organisations to readers, what became of them, and every read. See docs/decisions/0052-consent.md.
CREATE SCHEMA consent;
GRANT USAGE ON SCHEMA consent TO xinheng_app;

-- As it was signed, word for word. Only ever appended to: how it stands follows from its steps.
CREATE TABLE consent.consent (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Of the form that was signed: sent twice, it grants once.
    form_key        text NOT NULL UNIQUE CHECK (form_key <> ''),
    organisation_id bigint NOT NULL,
    reader          text NOT NULL CHECK (reader <> ''),
    purpose         text NOT NULL CHECK (purpose <> ''),
    data            text[] NOT NULL CHECK (cardinality(data) > 0),
    -- What the categories held when they were signed: a later pack adds nothing to them.
    record_types    text[] NOT NULL,
    decided_from    date NOT NULL,
    decided_to      date CHECK (decided_to >= decided_from),
    reads           int NOT NULL CHECK (reads > 0),
    per             text NOT NULL CHECK (per IN ('DAY', 'WEEK', 'MONTH')),
    first_day       date NOT NULL,
    last_day        date NOT NULL CHECK (last_day >= first_day),
    wording         text NOT NULL CHECK (wording <> ''),
    wording_sha256  bytea NOT NULL,
    rule_version    text NOT NULL,
    actor           text NOT NULL,
    signed_at       timestamptz NOT NULL
);
CREATE INDEX consent_of_organisation ON consent.consent (organisation_id, id);
CREATE INDEX consent_of_reader ON consent.consent (reader, id);

CREATE TABLE consent.step (
    consent_id bigint NOT NULL REFERENCES consent.consent,
    no         int NOT NULL CHECK (no > 0),
    act        text NOT NULL CHECK (act IN ('PAUSE', 'RESUME', 'REVOKE')),
    actor      text NOT NULL,
    taken_at   timestamptz NOT NULL,
    PRIMARY KEY (consent_id, no)
);

-- Every read that was let through; what was found is not in it but the number of records.
CREATE TABLE consent.reading (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consent_id  bigint NOT NULL REFERENCES consent.consent,
    read_on     date NOT NULL,
    read_at     timestamptz NOT NULL,
    actor       text NOT NULL,
    actor_kind  text NOT NULL,
    file_number text NOT NULL CHECK (file_number <> ''),
    data        text[] NOT NULL,
    records     int NOT NULL CHECK (records >= 0)
);
CREATE INDEX reading_of_consent ON consent.reading (consent_id, read_on);

-- Who received which record, once: to him its corrections go.
CREATE TABLE consent.told (
    opaque_id  text NOT NULL,
    reader     text NOT NULL,
    reading_id bigint NOT NULL REFERENCES consent.reading,
    PRIMARY KEY (opaque_id, reader)
);

GRANT SELECT, INSERT ON consent.consent, consent.step, consent.reading, consent.told TO xinheng_app;
