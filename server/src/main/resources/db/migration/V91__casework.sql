-- Cases (案件): what was opened, and every step since. Only ever appended to; two who act at once meet at the key of a step.
CREATE SCHEMA casework;
GRANT USAGE ON SCHEMA casework TO xinheng_app;

-- Nothing is kept about who hands in a tip-off; a post or a client is no person.
CREATE TABLE casework.case_file (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            text NOT NULL,
    organisation_id bigint NOT NULL,
    -- The record that it is about, by its public key; null for cases about an organisation as such.
    record_key      text,
    record_version  int,
    authority       text NOT NULL,
    ground          text,
    statement       text NOT NULL,
    -- Number at the window through which it came; each comes once.
    outside_number  text UNIQUE,
    -- Said again without new evidence: answered, and without effect on the record meanwhile.
    repeated        boolean NOT NULL,
    CHECK ((record_key IS NULL) = (record_version IS NULL))
);
CREATE INDEX case_file_of_record ON casework.case_file (record_key);
CREATE INDEX case_file_of_organisation ON casework.case_file (organisation_id);
CREATE INDEX case_file_of_authority ON casework.case_file (authority);

CREATE TABLE casework.step (
    case_id         bigint NOT NULL REFERENCES casework.case_file,
    number          int NOT NULL CHECK (number > 0),
    action          text NOT NULL,
    party           text NOT NULL,
    actor           text NOT NULL,
    on_day          date NOT NULL,
    taken_at        timestamptz NOT NULL,
    until_day       date,
    reason          text NOT NULL,
    document_number text NOT NULL,
    document_date   date,
    papers          text[] NOT NULL,
    rule_version    text NOT NULL,
    closed          boolean NOT NULL,
    PRIMARY KEY (case_id, number)
);
GRANT SELECT, INSERT ON casework.case_file, casework.step TO xinheng_app;

-- What was handed over to the one window of repair, word for word.
CREATE TABLE casework.handover (
    number     text PRIMARY KEY,
    record_key text NOT NULL,
    actor      text NOT NULL,
    handed_at  timestamptz NOT NULL,
    content    text NOT NULL
);
CREATE SEQUENCE casework.handover_number;
GRANT SELECT, INSERT ON casework.handover TO xinheng_app;
GRANT USAGE ON SEQUENCE casework.handover_number TO xinheng_app;
