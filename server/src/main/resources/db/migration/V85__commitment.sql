-- Credit commitments and what was done about them. See docs/decisions/0050-commitments.md.
CREATE SCHEMA commitment;
GRANT USAGE ON SCHEMA commitment TO xinheng_app;

CREATE TABLE commitment.promise (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Of the form that signed it: sent twice, it signs once.
    form_key        text NOT NULL UNIQUE CHECK (form_key <> ''),
    -- Six digits of the place, eight of the day, six of the series.
    number          text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{20}$'),
    item            text NOT NULL,
    organisation_id bigint NOT NULL,
    subject_kind    text NOT NULL,
    authority       text NOT NULL CHECK (authority <> '')
);
CREATE INDEX promise_of_organisation ON commitment.promise (organisation_id);
CREATE INDEX promise_of_item ON commitment.promise (item);

-- Every act as it was taken: only ever appended to. Where a commitment stands follows from them.
CREATE TABLE commitment.step (
    promise_id bigint NOT NULL REFERENCES commitment.promise,
    no         int NOT NULL CHECK (no > 0),
    kind       text NOT NULL,
    actor      text NOT NULL,
    authority  text NOT NULL,
    post       text NOT NULL CHECK (post IN ('OFFICER', 'HEAD', 'SUBJECT')),
    taken_at   timestamptz NOT NULL,
    on_day     date NOT NULL,
    -- What the act starts: for a notice the last day to answer.
    due        date,
    -- For a review: something lacks. For an answer: it was the last word. For a decision: a breach was found. Else null.
    positive   boolean,
    content    text NOT NULL,
    PRIMARY KEY (promise_id, no),
    CHECK ((no = 1) = (kind = 'SIGN')),
    CHECK ((kind IN ('REVIEW', 'ANSWER', 'DECIDE')) = (positive IS NOT NULL)),
    CHECK (kind <> 'NOTIFY' OR due IS NOT NULL),
    -- Nobody signs for the organisation or takes it back in its place.
    CHECK (kind NOT IN ('SIGN', 'WITHDRAW') OR post = 'SUBJECT'),
    CHECK ((kind IN ('DECIDE', 'REPAIR')) = (post = 'HEAD'))
);

-- No breach without: a commitment that runs, a last review that found something lacking and that no decision has dealt with, a
-- notice after it by another than the signer, and time elapsed or waived. As core.commitment.PromiseGuard has it; "performance"
-- and "missing" are the names under which core.commitment.Act is kept.
CREATE FUNCTION commitment.breach_has_its_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    decided int;
    noticed commitment.step;
    reviewed commitment.step;
BEGIN
    SELECT coalesce(max(s.no), 0) INTO decided FROM commitment.step s
     WHERE s.promise_id = NEW.promise_id AND s.no < NEW.no AND s.kind = 'DECIDE';
    SELECT s.* INTO noticed FROM commitment.step s
     WHERE s.promise_id = NEW.promise_id AND s.no < NEW.no AND s.kind = 'NOTIFY' ORDER BY s.no DESC LIMIT 1;
    SELECT s.* INTO reviewed FROM commitment.step s
     WHERE s.promise_id = NEW.promise_id AND s.no < NEW.no AND s.kind = 'REVIEW' ORDER BY s.no DESC LIMIT 1;
    IF noticed.no IS NULL OR reviewed.no IS NULL
        OR NOT reviewed.positive OR reviewed.no < decided OR reviewed.no > noticed.no
        OR noticed.actor = NEW.actor
        OR NEW.on_day <= noticed.due AND NOT EXISTS (
            SELECT FROM commitment.step answer
            WHERE answer.promise_id = NEW.promise_id AND answer.kind = 'ANSWER' AND answer.positive
              AND answer.post = 'SUBJECT'
              AND answer.no > noticed.no AND answer.no < NEW.no)
        OR EXISTS (
            SELECT FROM commitment.step ended
            WHERE ended.promise_id = NEW.promise_id AND ended.no < NEW.no
              AND (ended.kind IN ('WITHDRAW', 'LAPSE', 'REPAIR')
                OR ended.kind = 'DECIDE' AND ended.positive
                OR ended.kind = 'REVIEW' AND ended.content::jsonb ->> 'performance' = 'FULFILLED'))
        OR EXISTS (
            SELECT FROM commitment.step signed
            WHERE signed.promise_id = NEW.promise_id AND signed.no = 1
              AND jsonb_array_length(signed.content::jsonb -> 'missing') > 0
              AND NOT EXISTS (
                SELECT FROM commitment.step supplied
                WHERE supplied.promise_id = NEW.promise_id AND supplied.kind = 'SUPPLY' AND supplied.no < noticed.no))
    THEN
        RAISE EXCEPTION 'a breach without its chain: commitment %', NEW.promise_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER breach_has_its_chain BEFORE INSERT ON commitment.step
    FOR EACH ROW WHEN (NEW.kind = 'DECIDE' AND NEW.positive)
    EXECUTE FUNCTION commitment.breach_has_its_chain();

GRANT SELECT, INSERT ON commitment.promise, commitment.step TO xinheng_app;
