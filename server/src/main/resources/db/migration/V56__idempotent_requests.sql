-- Requests that came with a key of the sender's own (Idempotency-Key), with the answer that they got: sent again within the time, the
-- answer is given again and nothing is done. No history: rows go when their time is over.
CREATE TABLE access.idempotent_request (
    actor          text NOT NULL,
    actor_kind     text NOT NULL,
    key            text NOT NULL,
    -- Who began it: only that one ends it.
    attempt        uuid NOT NULL,
    request_sha256 bytea NOT NULL,
    begun_at       timestamptz NOT NULL,
    kept_until     timestamptz NOT NULL,
    -- Null while it is being answered.
    status         int,
    content_type   text,
    -- Name, value, name, value: those without which the answer is not whole.
    headers        text[],
    answer         bytea,
    PRIMARY KEY (actor, actor_kind, key),
    CHECK ((status IS NULL) = (answer IS NULL)),
    CHECK ((status IS NULL) = (headers IS NULL))
);
CREATE INDEX idempotent_request_end ON access.idempotent_request (kept_until);
GRANT SELECT, INSERT, DELETE ON access.idempotent_request TO xinheng_app;
GRANT UPDATE (status, content_type, headers, answer) ON access.idempotent_request TO xinheng_app;
