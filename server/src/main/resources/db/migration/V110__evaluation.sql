-- Evaluation: runs over the whole place with their receipts and results, only ever appended to. A grade is shown to the office and
-- to the organisation itself, never to the public.
CREATE SCHEMA evaluation;
GRANT USAGE ON SCHEMA evaluation TO xinheng_app;

-- model_hash: SHA-256 over what the model says; pack: version of the pack; parts: of how many parts the run consists.
CREATE TABLE evaluation.run (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model      text NOT NULL,
    model_hash text NOT NULL,
    pack       text NOT NULL,
    day        date NOT NULL,
    parts      int NOT NULL CHECK (parts > 0),
    actor      text NOT NULL,
    started_at timestamptz NOT NULL
);

-- A part stands here in the transaction that wrote its results: a run that was broken off goes on with the others.
-- position: of the archive, at which the part was read.
CREATE TABLE evaluation.part (
    run_id        bigint NOT NULL REFERENCES evaluation.run,
    part          int NOT NULL,
    position      bigint NOT NULL,
    organisations int NOT NULL,
    records       int NOT NULL,
    PRIMARY KEY (run_id, part)
);

-- explanation: codes, ids of rules and opaque addresses of records as JSON; no text of any record.
CREATE TABLE evaluation.result (
    run_id          bigint NOT NULL REFERENCES evaluation.run,
    organisation_id bigint NOT NULL,
    grade           text,
    points          int,
    why             text,
    explanation     text NOT NULL,
    PRIMARY KEY (run_id, organisation_id),
    -- Either a grade with its points, or why there is none.
    CHECK ((grade IS NULL) = (points IS NULL) AND (grade IS NULL) <> (why IS NULL))
);

GRANT SELECT, INSERT ON evaluation.run, evaluation.part, evaluation.result TO xinheng_app;
