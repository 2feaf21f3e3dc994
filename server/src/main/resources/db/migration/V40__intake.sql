-- Deliveries on their way into the archive and the answer to every row. See docs/decisions/0006-archive-and-loading.md.
CREATE SCHEMA intake;
GRANT USAGE ON SCHEMA intake TO xinheng_app;

CREATE TABLE intake.delivery (
    id              bigint PRIMARY KEY,
    type            text NOT NULL,
    source          text NOT NULL,
    actor           text NOT NULL,
    file_name       text NOT NULL,
    file_hash       bytea NOT NULL,
    file_size       bigint NOT NULL,
    idempotency_key text,
    historical      boolean NOT NULL,
    state           text NOT NULL CHECK (state IN ('RECEIVED', 'LOADING', 'CLOSED', 'REJECTED')),
    received_at     timestamptz NOT NULL,
    rule_version    text NOT NULL,
    layout          text,
    -- Where each sheet begins in the numbering of rows, and the last row of all.
    sheets          text NOT NULL,
    last_row        int NOT NULL,
    findings        text NOT NULL,
    masked          int NOT NULL,
    received        int NOT NULL,
    accepted        int NOT NULL DEFAULT 0,
    unchanged       int NOT NULL DEFAULT 0,
    waiting         int NOT NULL DEFAULT 0,
    refused         int NOT NULL DEFAULT 0,
    out_of_scope    int NOT NULL DEFAULT 0,
    position        bigint,
    closed_at       timestamptz,
    UNIQUE (source, idempotency_key),
    -- Nothing gets lost, to the row.
    CONSTRAINT every_row_is_answered CHECK (
        state <> 'CLOSED' OR received = accepted + unchanged + waiting + refused + out_of_scope),
    CHECK ((state = 'CLOSED') = (position IS NOT NULL)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE INDEX delivery_under_way ON intake.delivery (id) WHERE state IN ('RECEIVED', 'LOADING');
CREATE INDEX delivery_of_source ON intake.delivery (source, id);

-- What became of the rows of a slice, committed together with the slice itself: after a crash they are not loaded again.
CREATE TABLE intake.loaded_part (
    delivery_id bigint NOT NULL REFERENCES intake.delivery,
    part        bigint GENERATED ALWAYS AS IDENTITY,
    results     bytea NOT NULL,
    PRIMARY KEY (delivery_id, part)
);

-- The answer to every row: one byte each, and a text only for rows that need one. Both compressed.
CREATE TABLE intake.receipts (
    delivery_id bigint NOT NULL REFERENCES intake.delivery,
    first_row   int NOT NULL,
    causes      bytea NOT NULL,
    details     bytea,
    PRIMARY KEY (delivery_id, first_row)
);

-- Rows that wait for a human, once for each source however often they are delivered.
CREATE TABLE intake.waiting (
    delivery_id     bigint NOT NULL REFERENCES intake.delivery,
    row_no          int NOT NULL,
    type            text NOT NULL,
    source          text NOT NULL,
    cause           smallint NOT NULL,
    record_key      bigint NOT NULL,
    fingerprint     bytea NOT NULL,
    received_at     timestamptz NOT NULL,
    historical      boolean NOT NULL,
    content         bytea NOT NULL,
    organisation_id bigint,
    act_id          bigint,
    PRIMARY KEY (delivery_id, row_no),
    -- Two sources may send the same words: each has its own row, its own clock and its own answer.
    UNIQUE (source, type, fingerprint)
);
CREATE INDEX waiting_open ON intake.waiting (type, source, delivery_id, row_no) WHERE organisation_id IS NULL;

-- Who linked a waiting row to whom, and who took it back.
CREATE TABLE intake.link (
    act_id          bigint PRIMARY KEY,
    delivery_id     bigint NOT NULL,
    row_no          int NOT NULL,
    organisation_id bigint NOT NULL,
    linked          boolean NOT NULL,
    actor           text NOT NULL,
    ground          text NOT NULL,
    decided_at      timestamptz NOT NULL,
    FOREIGN KEY (delivery_id, row_no) REFERENCES intake.waiting
);

-- First versions that are no backlog, by the days that count: from decision to first receipt to publication.
CREATE TABLE intake.timeliness (
    act_id       bigint NOT NULL,
    type         text NOT NULL,
    source       text NOT NULL,
    decided_on   date NOT NULL,
    received_on  date NOT NULL,
    published_on date NOT NULL,
    records      int NOT NULL,
    PRIMARY KEY (act_id, received_on, decided_on)
);
CREATE INDEX timeliness_of_source ON intake.timeliness (source, type);

GRANT SELECT, INSERT, UPDATE ON intake.delivery, intake.waiting TO xinheng_app;
GRANT SELECT, INSERT ON intake.receipts, intake.link, intake.timeliness TO xinheng_app;
GRANT SELECT, INSERT, DELETE ON intake.loaded_part TO xinheng_app;
