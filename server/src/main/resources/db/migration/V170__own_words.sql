-- Consent, and the word that ends the time to answer, are the organisation's own: what an officer wrote down for it bears no entry
-- and no breach. As core.listing.Chain and core.commitment.PromiseGuard have it.
CREATE FUNCTION listing.heard_or_agreed_by_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM listing.step said
        WHERE said.proceeding_id = NEW.proceeding_id AND said.no IN (NEW.last_word_no, NEW.consent_no)
          AND said.post <> 'SUBJECT')
    THEN
        RAISE EXCEPTION 'not the organisation''s own word in proceeding %', NEW.proceeding_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER heard_or_agreed_by_itself BEFORE INSERT ON listing.entry
    FOR EACH ROW EXECUTE FUNCTION listing.heard_or_agreed_by_itself();

CREATE OR REPLACE FUNCTION commitment.breach_has_its_chain() RETURNS trigger LANGUAGE plpgsql AS $$
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
