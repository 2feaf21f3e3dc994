-- Trials of changed models over the whole place (模型试算) with their reports. Append-only; they hold counts and examples, no results.
CREATE TABLE evaluation.trial (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pack       text NOT NULL,
    version    text NOT NULL,
    replaces   text NOT NULL,
    model      text NOT NULL,
    day        date NOT NULL,
    total      bigint NOT NULL,
    actor      text NOT NULL,
    started_at timestamptz NOT NULL
);

-- report: counts, codes and ids as JSON.
CREATE TABLE evaluation.trial_report (
    trial_id    bigint PRIMARY KEY REFERENCES evaluation.trial,
    report      text NOT NULL,
    finished_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON evaluation.trial, evaluation.trial_report TO xinheng_app;
