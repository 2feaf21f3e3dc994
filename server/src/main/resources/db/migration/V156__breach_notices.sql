-- Notices of confirmed breaches by public bodies to their superiors (政务失信督办函). Append-only but for the cursor.
CREATE SCHEMA breach;
GRANT USAGE ON SCHEMA breach TO xinheng_app;

-- number: gap-free within its year. record: opaque address. superior: id of the body that is told. due_on: last day to acknowledge.
CREATE TABLE breach.notice (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year            integer NOT NULL,
    number          integer NOT NULL CHECK (number > 0),
    record          text NOT NULL,
    organisation_id bigint NOT NULL,
    record_type     text NOT NULL,
    document_number text NOT NULL,
    decided_on      date NOT NULL,
    superior        text NOT NULL,
    rule_version    text NOT NULL,
    written_on      date NOT NULL,
    due_on          date NOT NULL CHECK (due_on >= written_on),
    written_at      timestamptz NOT NULL,
    UNIQUE (year, number)
);
CREATE INDEX notice_of_superior ON breach.notice (superior, id);
CREATE INDEX notice_of_organisation ON breach.notice (organisation_id);

CREATE TABLE breach.acknowledgement (
    notice_id       bigint PRIMARY KEY REFERENCES breach.notice,
    actor           text NOT NULL,
    acknowledged_on date NOT NULL,
    acknowledged_at timestamptz NOT NULL
);

CREATE TABLE breach.withdrawal (
    notice_id    bigint PRIMARY KEY REFERENCES breach.notice,
    reason       text NOT NULL CHECK (reason IN ('ENDED', 'SETTLED', 'MARKED', 'MOVED')),
    withdrawn_on date NOT NULL,
    withdrawn_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON breach.notice, breach.acknowledgement, breach.withdrawal TO xinheng_app;

-- How far the archive was followed, and by which edition of the rules; null until the first look.
CREATE TABLE breach.progress (
    one          boolean PRIMARY KEY DEFAULT true CHECK (one),
    position     bigint,
    rule_version text
);
INSERT INTO breach.progress DEFAULT VALUES;
GRANT SELECT, UPDATE ON breach.progress TO xinheng_app;
