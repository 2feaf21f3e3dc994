-- Receipts of credit checks: only ever appended to. See docs/decisions/0007-checks.md.
CREATE SCHEMA measure;
GRANT USAGE ON SCHEMA measure TO xinheng_app;

-- Taken in blocks by each process: numbers have gaps, and no order between processes.
CREATE SEQUENCE measure.receipt_number;
GRANT USAGE ON SEQUENCE measure.receipt_number TO xinheng_app;

-- answer: what was given out, word for word; its records stand in it by address, number and version, not by their text.
CREATE TABLE measure.receipt (
    id                bigint PRIMARY KEY,
    asked_at          timestamptz NOT NULL,
    actor             text NOT NULL,
    actor_kind        text NOT NULL,
    matter            text NOT NULL,
    outcome           text NOT NULL CHECK (outcome IN ('CLEAR', 'HIT', 'UNKNOWN', 'STALE')),
    organisation_id   bigint,
    archive_position  bigint NOT NULL,
    register_position bigint NOT NULL,
    answer            text NOT NULL,
    CHECK ((outcome = 'UNKNOWN') = (organisation_id IS NULL))
)
-- Many answers are a little longer than the 2 KB from which PostgreSQL compresses: a tenth less space for a third of the row's cost.
WITH (toast_tuple_target = 8160);
GRANT SELECT, INSERT ON measure.receipt TO xinheng_app;
