-- Steps of commitments leave no gap either: each stands on the one before it.
ALTER TABLE commitment.step
    ADD COLUMN prior int GENERATED ALWAYS AS (NULLIF(no - 1, 0)) STORED,
    ADD CONSTRAINT no_step_is_skipped FOREIGN KEY (promise_id, prior) REFERENCES commitment.step (promise_id, no);
