-- Proceedings towards a listing, and the entries that they led to. See docs/decisions/0021-listing.md.
CREATE SCHEMA listing;
GRANT USAGE ON SCHEMA listing TO xinheng_app;

CREATE TABLE listing.proceeding (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Of the form that opened it: sent twice, it opens one.
    form_key        text NOT NULL UNIQUE CHECK (form_key <> ''),
    list            text NOT NULL,
    nature          text NOT NULL CHECK (nature IN ('SEVERE', 'ABNORMAL', 'WATCH', 'HONOUR')),
    organisation_id bigint NOT NULL,
    subject_kind    text NOT NULL,
    authority       text NOT NULL CHECK (authority <> ''),
    UNIQUE (id, nature, organisation_id)
);
CREATE INDEX proceeding_of_organisation ON listing.proceeding (organisation_id);

-- Every act as it was taken: only ever appended to. Where a proceeding stands follows from them.
CREATE TABLE listing.step (
    proceeding_id bigint NOT NULL REFERENCES listing.proceeding,
    no            int NOT NULL CHECK (no > 0),
    kind          text NOT NULL,
    paper_day     date NOT NULL,
    actor         text NOT NULL,
    authority     text NOT NULL,
    post          text NOT NULL CHECK (post IN ('OFFICER', 'HEAD', 'SUBJECT')),
    taken_at      timestamptz NOT NULL,
    -- For a notice: the last day of the time to answer.
    answer_by     date,
    -- For an answer: it was the last word. For a decision: it lists. For a consent: it was given. Else null.
    positive      boolean,
    -- For a hearing asked for and for one held.
    hearing       boolean NOT NULL,
    content       text NOT NULL,
    PRIMARY KEY (proceeding_id, no),
    UNIQUE (proceeding_id, no, kind, actor),
    UNIQUE (proceeding_id, no, kind, answer_by),
    UNIQUE (proceeding_id, no, kind, positive),
    UNIQUE (proceeding_id, no, kind, positive, post, actor, paper_day),
    CHECK ((kind = 'NOTIFY') = (answer_by IS NOT NULL)),
    CHECK ((kind IN ('ANSWER', 'DECIDE', 'CONSENT')) = (positive IS NOT NULL)),
    -- A head signs decisions and nothing else, and nobody else signs them.
    CHECK ((kind IN ('DECIDE', 'DECIDE_REMOVAL', 'REVOKE')) = (post = 'HEAD')),
    CHECK ((no = 1) = (kind = 'PROPOSE'))
);

-- An organisation on a list. No row without its complete chain: every link is a step of the right kind, in its order.
CREATE TABLE listing.entry (
    proceeding_id   bigint PRIMARY KEY,
    nature          text NOT NULL,
    organisation_id bigint NOT NULL,
    proposal_no     int NOT NULL,
    proposal_kind   text NOT NULL DEFAULT 'PROPOSE' CHECK (proposal_kind = 'PROPOSE'),
    proposer        text NOT NULL,
    notice_no       int,
    notice_kind     text NOT NULL DEFAULT 'NOTIFY' CHECK (notice_kind = 'NOTIFY'),
    answer_by       date,
    last_word_no    int,
    last_word_kind  text NOT NULL DEFAULT 'ANSWER' CHECK (last_word_kind = 'ANSWER'),
    consent_no      int,
    consent_kind    text NOT NULL DEFAULT 'CONSENT' CHECK (consent_kind = 'CONSENT'),
    yes             boolean NOT NULL DEFAULT true CHECK (yes),
    decision_no     int NOT NULL,
    decision_kind   text NOT NULL DEFAULT 'DECIDE' CHECK (decision_kind = 'DECIDE'),
    signer_post     text NOT NULL DEFAULT 'HEAD' CHECK (signer_post = 'HEAD'),
    signer          text NOT NULL,
    decided_on      date NOT NULL,
    document_number text NOT NULL CHECK (document_number <> ''),
    service_no      int NOT NULL,
    service_kind    text NOT NULL DEFAULT 'SERVE' CHECK (service_kind = 'SERVE'),
    service_actor   text NOT NULL,
    -- The record that carries it into portal, checks and measures; a watch tag has none.
    act_id          bigint UNIQUE,
    record_id       bigint,
    FOREIGN KEY (proceeding_id, nature, organisation_id)
        REFERENCES listing.proceeding (id, nature, organisation_id),
    FOREIGN KEY (proceeding_id, proposal_no, proposal_kind, proposer)
        REFERENCES listing.step (proceeding_id, no, kind, actor),
    FOREIGN KEY (proceeding_id, notice_no, notice_kind, answer_by)
        REFERENCES listing.step (proceeding_id, no, kind, answer_by),
    FOREIGN KEY (proceeding_id, last_word_no, last_word_kind, yes)
        REFERENCES listing.step (proceeding_id, no, kind, positive),
    FOREIGN KEY (proceeding_id, consent_no, consent_kind, yes)
        REFERENCES listing.step (proceeding_id, no, kind, positive),
    FOREIGN KEY (proceeding_id, decision_no, decision_kind, yes, signer_post, signer, decided_on)
        REFERENCES listing.step (proceeding_id, no, kind, positive, post, actor, paper_day),
    FOREIGN KEY (proceeding_id, service_no, service_kind, service_actor)
        REFERENCES listing.step (proceeding_id, no, kind, actor),
    CONSTRAINT another_signs CHECK (signer <> proposer),
    CONSTRAINT order_of_the_law CHECK (proposal_no < decision_no AND decision_no < service_no),
    CONSTRAINT heard_or_agreed CHECK (
        CASE WHEN nature = 'HONOUR' THEN consent_no IS NOT NULL AND consent_no < decision_no
        ELSE notice_no IS NOT NULL AND answer_by IS NOT NULL AND notice_no > proposal_no AND notice_no < decision_no
            AND (decided_on > answer_by
                OR (last_word_no IS NOT NULL AND last_word_no > notice_no AND last_word_no < decision_no))
        END),
    CONSTRAINT a_tag_is_no_record CHECK (
        (nature = 'WATCH') = (act_id IS NULL) AND (act_id IS NULL) = (record_id IS NULL))
);
CREATE INDEX entry_of_organisation ON listing.entry (organisation_id);

-- A hearing that was asked for was held before the decision, and the organisation was called to it.
CREATE FUNCTION listing.no_hearing_owed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM listing.step asked
        WHERE asked.proceeding_id = NEW.proceeding_id AND asked.kind = 'ANSWER' AND asked.hearing
          AND asked.no < NEW.decision_no
          AND NOT EXISTS (
            SELECT FROM listing.step held
            WHERE held.proceeding_id = asked.proceeding_id AND held.kind = 'HEAR'
              AND held.no > asked.no AND held.no < NEW.decision_no
              AND EXISTS (
                SELECT FROM listing.step called
                WHERE called.proceeding_id = asked.proceeding_id AND called.kind = 'CALL_HEARING'
                  AND called.no > asked.no AND called.no < held.no)))
    THEN
        RAISE EXCEPTION 'a hearing is owed in proceeding %', NEW.proceeding_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER no_hearing_owed BEFORE INSERT ON listing.entry
    FOR EACH ROW EXECUTE FUNCTION listing.no_hearing_owed();

-- Consent, and the word that ends the time to answer, are the organisation's own: what an officer wrote down for it bears no entry.
-- As core.listing.Chain has it.
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

-- A record that puts its subject on a list is the record of an entry, or comes with a delivery that is being loaded, or by a
-- human's link of a row that waited, or stands again because such a link was taken back, or is what stood already, judged anew
-- by rules that began since (act kind GATE_REVIEW). Asked at the commit.
CREATE FUNCTION listing.record_has_its_door() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (
            SELECT FROM listing.entry e
            WHERE e.act_id = NEW.delivery_id AND e.organisation_id = NEW.organisation_id AND e.record_id = NEW.record_id)
        OR EXISTS (SELECT FROM intake.delivery d WHERE d.id = NEW.delivery_id AND d.state = 'LOADING')
        OR EXISTS (
            SELECT FROM intake.link l
            WHERE l.act_id = NEW.delivery_id AND l.organisation_id = NEW.organisation_id)
        OR EXISTS (
            SELECT FROM archive.act a
            JOIN archive.version v ON v.organisation_id = NEW.organisation_id AND v.record_id = NEW.record_id
            WHERE a.id = NEW.delivery_id AND a.kind = 10
              AND v.version_no < NEW.version_no AND v.type = NEW.type AND v.payload = NEW.payload)
    THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'a listing without its door: record of organisation %', NEW.organisation_id
        USING ERRCODE = 'check_violation';
END $$;

-- The numbers are those of the catalogue's types that carry listings, which are never reused; a test holds them against the packs.
CREATE CONSTRAINT TRIGGER record_has_its_door AFTER INSERT ON archive.version
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.type IN (4, 20, 21, 22, 23, 30, 31))
    EXECUTE FUNCTION listing.record_has_its_door();

GRANT SELECT, INSERT ON listing.proceeding, listing.step, listing.entry TO xinheng_app;
