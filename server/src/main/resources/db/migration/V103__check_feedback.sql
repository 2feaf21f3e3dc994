-- What was done after a check (奖惩反馈): which measure by which decision, or why not; and the number of the decision that the check came
-- before. Only ever appended to.
-- source_id: the body that asked; null for askers of no body and for receipts older than this column.
ALTER TABLE measure.receipt ADD COLUMN source_id text;
-- By month, for the list of checks made; a range of blocks costs the keeping of receipts nothing.
CREATE INDEX receipt_asked ON measure.receipt USING brin (asked_at);
-- A body looks through its own, and an asker through those asked for another body or for none.
CREATE INDEX receipt_source_asked ON measure.receipt (source_id, asked_at, id) WHERE source_id IS NOT NULL;
CREATE INDEX receipt_actor_asked ON measure.receipt (actor, asked_at, id);
CREATE INDEX receipt_hit_asked ON measure.receipt (asked_at) WHERE outcome = 'HIT';

CREATE TABLE measure.feedback (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    receipt_id      bigint NOT NULL REFERENCES measure.receipt,
    kind            text NOT NULL CHECK (kind IN ('APPLIED', 'NOT_APPLIED', 'DECIDED')),
    -- Of the receipt; blank for the decision alone.
    measure         text NOT NULL,
    application_id  bigint REFERENCES measure.application,
    decision_number text NOT NULL,
    -- The number in one spelling, by which delivered decisions are joined.
    decision_key    text NOT NULL,
    reason          text NOT NULL,
    -- Body of whoever said it; blank for one of no body.
    authority       text NOT NULL,
    actor           text NOT NULL,
    actor_kind      text NOT NULL,
    given_at        timestamptz NOT NULL,
    -- A measure of a receipt is answered once.
    UNIQUE (receipt_id, kind, measure, decision_key),
    CHECK ((kind = 'APPLIED') = (application_id IS NOT NULL)),
    CHECK ((kind = 'DECIDED') = (measure = '')),
    CHECK (kind = 'NOT_APPLIED' OR decision_key <> ''),
    CHECK (kind <> 'NOT_APPLIED' OR reason ~ '\S')
);
CREATE UNIQUE INDEX feedback_once ON measure.feedback (receipt_id, measure) WHERE kind <> 'DECIDED';
CREATE INDEX feedback_decision ON measure.feedback (decision_key) WHERE decision_key <> '';
CREATE INDEX feedback_given ON measure.feedback (given_at);
GRANT SELECT, INSERT ON measure.feedback TO xinheng_app;
