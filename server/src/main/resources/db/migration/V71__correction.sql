-- Corrections: numbered notices to those who were told, and what they owe.
CREATE SCHEMA correction;
GRANT USAGE ON SCHEMA correction TO xinheng_app;

-- Up to which act of the archive, and through which day of expiries, notices are written.
CREATE TABLE correction.progress (
    one             boolean PRIMARY KEY DEFAULT true CHECK (one),
    position        bigint NOT NULL,
    expired_through date
);
INSERT INTO correction.progress (position) VALUES (0);
GRANT SELECT, UPDATE ON correction.progress TO xinheng_app;

-- ordinal: gap-free, in the order of commits; number: gap-free within its year. What it says of the record is read from the
-- archive when it is given to somebody who may have it. Append-only.
CREATE TABLE correction.notice (
    ordinal         bigint PRIMARY KEY CHECK (ordinal > 0),
    year            int NOT NULL,
    number          int NOT NULL CHECK (number > 0),
    kind            text NOT NULL,
    opaque_id       text NOT NULL,
    organisation_id bigint NOT NULL,
    record_type     text NOT NULL,
    version_no      int NOT NULL,
    position        bigint NOT NULL,
    written_on      date NOT NULL,
    written_at      timestamptz NOT NULL,
    due_on          date NOT NULL,
    -- Whether copies must go; otherwise they are fetched again.
    removes         boolean NOT NULL,
    UNIQUE (year, number)
);
CREATE INDEX notice_of_record ON correction.notice (opaque_id);
GRANT SELECT, INSERT ON correction.notice TO xinheng_app;

-- Whoever was told of a record: an API client, once.
CREATE TABLE correction.consumer (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_id text NOT NULL UNIQUE,
    opened_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON correction.consumer TO xinheng_app;

-- How a consumer is reached; the last entry holds. types: record types that it takes over in bulk. Append-only.
CREATE TABLE correction.registration (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer_id   bigint NOT NULL REFERENCES correction.consumer,
    name          text NOT NULL CHECK (name <> ''),
    types         text[] NOT NULL,
    webhook       text,
    probe         text,
    closed        boolean NOT NULL,
    actor         text NOT NULL,
    registered_at timestamptz NOT NULL
);
CREATE INDEX registration_of_consumer ON correction.registration (consumer_id, id);
GRANT SELECT, INSERT ON correction.registration TO xinheng_app;

-- Records that a consumer says it took over from the public side.
CREATE TABLE correction.holding (
    opaque_id   text NOT NULL,
    consumer_id bigint NOT NULL REFERENCES correction.consumer,
    declared_at timestamptz NOT NULL,
    PRIMARY KEY (opaque_id, consumer_id)
);
GRANT SELECT, INSERT ON correction.holding TO xinheng_app;

-- A notice addressed to a consumer, and its answer.
CREATE TABLE correction.duty (
    consumer_id bigint NOT NULL REFERENCES correction.consumer,
    ordinal     bigint NOT NULL REFERENCES correction.notice,
    due_on      date NOT NULL,
    PRIMARY KEY (consumer_id, ordinal)
);
GRANT SELECT, INSERT ON correction.duty TO xinheng_app;

CREATE TABLE correction.acknowledgement (
    consumer_id     bigint NOT NULL,
    ordinal         bigint NOT NULL,
    acknowledged_on date NOT NULL,
    acknowledged_at timestamptz NOT NULL,
    PRIMARY KEY (consumer_id, ordinal),
    FOREIGN KEY (consumer_id, ordinal) REFERENCES correction.duty
);
GRANT SELECT, INSERT ON correction.acknowledgement TO xinheng_app;

-- What a consumer answered whenever it was asked for a record that it acknowledged as removed. Append-only.
CREATE TABLE correction.probe (
    consumer_id bigint NOT NULL,
    ordinal     bigint NOT NULL,
    probed_at   timestamptz NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('GONE', 'SERVING', 'UNANSWERED')),
    PRIMARY KEY (consumer_id, ordinal, probed_at),
    FOREIGN KEY (consumer_id, ordinal) REFERENCES correction.acknowledgement
);
GRANT SELECT, INSERT ON correction.probe TO xinheng_app;

-- What is still to be asked, and what was answered last; a copy that was found gone is not asked for again.
CREATE TABLE correction.probing (
    consumer_id bigint NOT NULL,
    ordinal     bigint NOT NULL,
    outcome     text CHECK (outcome IN ('SERVING', 'UNANSWERED')),
    next_at     timestamptz NOT NULL,
    PRIMARY KEY (consumer_id, ordinal),
    FOREIGN KEY (consumer_id, ordinal) REFERENCES correction.acknowledgement
);
CREATE INDEX probing_due ON correction.probing (consumer_id, next_at);
GRANT SELECT, INSERT, DELETE ON correction.probing TO xinheng_app;
GRANT UPDATE (outcome, next_at) ON correction.probing TO xinheng_app;

-- How far the webhook of a consumer came, and when it is tried again.
CREATE TABLE correction.webhook (
    consumer_id bigint PRIMARY KEY REFERENCES correction.consumer,
    delivered   bigint NOT NULL,
    failures    int NOT NULL,
    next_at     timestamptz NOT NULL
);
GRANT SELECT, INSERT ON correction.webhook TO xinheng_app;
GRANT UPDATE (delivered, failures, next_at) ON correction.webhook TO xinheng_app;

-- Which clients a check told of a record: only answers with something in them are looked through.
CREATE INDEX receipt_hits ON measure.receipt (organisation_id) WHERE outcome = 'HIT';

CREATE VIEW correction.current_registration AS
    SELECT DISTINCT ON (r.consumer_id) r.consumer_id, c.client_id, r.name, r.types, r.webhook, r.probe, r.closed
    FROM correction.registration r JOIN correction.consumer c ON c.id = r.consumer_id
    ORDER BY r.consumer_id, r.id DESC;
GRANT SELECT ON correction.current_registration TO xinheng_app;
