-- Organisations evaluated again when something befell them. Only ever appended to; the last row of followed is the cursor.

-- position, register_at: up to where archive and register were followed; day: of the evaluation. skipped: so many organisations changed at
-- once that they were left to the nightly run.
CREATE TABLE evaluation.followed (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    position      bigint NOT NULL,
    register_at   bigint NOT NULL,
    day           date NOT NULL,
    organisations int NOT NULL,
    skipped       int NOT NULL,
    followed_at   timestamptz NOT NULL
);

CREATE TABLE evaluation.event_result (
    followed_id     bigint NOT NULL REFERENCES evaluation.followed,
    model           text NOT NULL,
    model_hash      text NOT NULL,
    organisation_id bigint NOT NULL,
    grade           text,
    points          int,
    why             text,
    explanation     bytea NOT NULL,
    PRIMARY KEY (organisation_id, model, followed_id),
    CHECK ((grade IS NULL) = (points IS NULL) AND (grade IS NULL) <> (why IS NULL))
);
CREATE INDEX event_result_followed ON evaluation.event_result (followed_id);

GRANT SELECT, INSERT ON evaluation.followed, evaluation.event_result TO xinheng_app;
GRANT DELETE ON evaluation.event_result TO xinheng_app;
