-- What the conducting body has to look at in a proceeding: a period that ended unused, a term that is about to end,
-- a listing whose decision fell. A warning is over
-- with the next step and with the listing itself.
CREATE TABLE listing.warning (
    proceeding_id bigint NOT NULL,
    -- The last step when it was raised.
    step_no       int NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('ANSWER_OVER', 'DECISION_MISSED', 'SERVICE_MISSED', 'ACCEPTANCE_MISSED',
        'REMOVAL_MISSED', 'TERM_ENDS', 'UNDERLYING_FELL', 'REVOCATION_MISSED')),
    -- Last day of the listing that was decided; null before a decision, and for one without end.
    until         date,
    raised_at     timestamptz NOT NULL,
    PRIMARY KEY (proceeding_id, step_no, kind),
    FOREIGN KEY (proceeding_id, step_no) REFERENCES listing.step (proceeding_id, no),
    CHECK (kind <> 'TERM_ENDS' OR until IS NOT NULL)
);
GRANT SELECT, INSERT ON listing.warning TO xinheng_app;
