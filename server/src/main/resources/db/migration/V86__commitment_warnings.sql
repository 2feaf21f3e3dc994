-- What the accepting body has to look at: a review or the end of the time for papers that passed, another commitment of the giver
-- that was found broken. A warning is over with the next step.
CREATE TABLE commitment.warning (
    promise_id bigint NOT NULL,
    -- The last step when it was raised.
    step_no    int NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('REVIEW_MISSED', 'PAPERS_MISSED', 'GIVER_BROKE')),
    -- The commitment that was broken.
    cause      bigint REFERENCES commitment.promise,
    raised_at  timestamptz NOT NULL,
    PRIMARY KEY (promise_id, step_no, kind),
    FOREIGN KEY (promise_id, step_no) REFERENCES commitment.step (promise_id, no),
    CHECK ((kind = 'GIVER_BROKE') = (cause IS NOT NULL))
);
GRANT SELECT, INSERT ON commitment.warning TO xinheng_app;
