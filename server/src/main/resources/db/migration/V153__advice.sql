-- Advice after a poor grade (信用提升建议), and what the organisation answered to the offers in it. Append-only. Nothing reads this but the
-- organisation's own room and the office's page: no answer, and no missing answer, has any effect.

-- records: opaque addresses of the records that burdened the organisation; a further one, or another grade, brings further advice.
CREATE TABLE evaluation.advice (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL,
    model           text NOT NULL,
    grade           text NOT NULL,
    day             date NOT NULL,
    records         text[] NOT NULL,
    document_id     bigint NOT NULL UNIQUE REFERENCES service.document,
    talk            boolean NOT NULL,
    courses         text[] NOT NULL,
    served_at       timestamptz NOT NULL
);
CREATE INDEX advice_of_organisation ON evaluation.advice (organisation_id, model, id);

-- The last answer counts. courses: those that the organisation wants to attend.
CREATE TABLE evaluation.advice_answer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    advice_id   bigint NOT NULL REFERENCES evaluation.advice,
    talk        boolean NOT NULL,
    courses     text[] NOT NULL,
    actor       text NOT NULL,
    answered_at timestamptz NOT NULL
);
CREATE INDEX advice_answer_of_advice ON evaluation.advice_answer (advice_id, id);

-- How far results between two nights were followed, and which whole runs: an older run may end after a younger one.
CREATE TABLE evaluation.advice_followed (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    followed_id bigint NOT NULL
);
CREATE TABLE evaluation.advice_run (
    run_id bigint PRIMARY KEY REFERENCES evaluation.run
);
-- Who could not be advised, and is tried again.
CREATE TABLE evaluation.advice_failed (
    organisation_id bigint NOT NULL,
    model           text NOT NULL,
    PRIMARY KEY (organisation_id, model)
);
GRANT SELECT, INSERT, DELETE ON evaluation.advice_failed TO xinheng_app;
GRANT SELECT, INSERT ON evaluation.advice, evaluation.advice_answer, evaluation.advice_followed, evaluation.advice_run
    TO xinheng_app;
