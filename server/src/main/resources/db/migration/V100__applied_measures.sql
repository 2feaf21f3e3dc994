-- Measures that bodies say they apply (措施实施), and what became of them: only ever appended to. See docs/decisions/0060-measures.md.
CREATE TABLE measure.application (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    measure             text NOT NULL CHECK (measure <> ''),
    effect              text NOT NULL CHECK (effect IN ('RESTRICTION', 'INCENTIVE')),
    matter              text NOT NULL CHECK (matter <> ''),
    organisation_id     bigint NOT NULL,
    -- There is no other value: nothing is applied to a natural person.
    subject_kind        text NOT NULL CHECK (subject_kind IN ('ORGANISATION', 'INDIVIDUAL_BUSINESS')),
    authority           text NOT NULL CHECK (authority <> ''),
    decision_number     text NOT NULL CHECK (decision_number ~ '\S'),
    ground_address      text NOT NULL,
    ground_organisation bigint NOT NULL,
    ground_record       bigint NOT NULL,
    ground_version      int NOT NULL,
    -- The finding's own document: nothing rests on one without.
    ground_number       text NOT NULL CHECK (ground_number ~ '\S'),
    applied_on          date NOT NULL,
    until               date NOT NULL CHECK (until >= applied_on),
    receipt_id          bigint REFERENCES measure.receipt,
    rule_version        text NOT NULL,
    actor               text NOT NULL,
    actor_kind          text NOT NULL,
    applied_at          timestamptz NOT NULL,
    -- Said twice, it is applied once.
    UNIQUE (measure, matter, organisation_id, authority, decision_number)
);
CREATE INDEX application_of_ground ON measure.application (ground_address);
CREATE INDEX application_of_organisation ON measure.application (organisation_id);
CREATE INDEX application_of_authority ON measure.application (authority, id);
CREATE INDEX application_end ON measure.application (until);

-- As core.measure.use.MeasureGuard has it, for what this side can see: the ground is a record in force that stands.
CREATE FUNCTION measure.applied_on_a_ground_that_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (
            SELECT FROM archive.version v JOIN archive.act a ON a.id = v.delivery_id
            WHERE v.organisation_id = NEW.ground_organisation AND v.record_id = NEW.ground_record
              AND v.version_no = NEW.ground_version AND v.gate <> 2)
        OR EXISTS (
            SELECT FROM archive.version v JOIN archive.act a ON a.id = v.delivery_id
            WHERE v.organisation_id = NEW.ground_organisation AND v.record_id = NEW.ground_record
              AND v.version_no > NEW.ground_version)
        OR EXISTS (
            SELECT FROM archive.standing_ending e
            WHERE e.organisation_id = NEW.ground_organisation AND e.record_id = NEW.ground_record
              AND e.last_version >= NEW.ground_version)
        -- Disputed, withheld, screened.
        OR EXISTS (
            SELECT FROM archive.standing_mark m
            WHERE m.organisation_id = NEW.ground_organisation AND m.record_id = NEW.ground_record
              AND m.kind IN (0, 2, 3) AND m.from_day <= NEW.applied_on)
        OR organisation.target(NEW.ground_organisation) <> organisation.target(NEW.organisation_id)
    THEN
        RAISE EXCEPTION 'a measure without a ground that stands: organisation %', NEW.organisation_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER applied_on_a_ground_that_stands BEFORE INSERT ON measure.application
    FOR EACH ROW EXECUTE FUNCTION measure.applied_on_a_ground_that_stands();

-- What befell an applied measure, which is what its body is told (执行单位通知). Whether it is on follows from its ground at each
-- reading; these rows follow within seconds. OFF is final.
CREATE TABLE measure.application_change (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id bigint NOT NULL REFERENCES measure.application,
    no             int NOT NULL CHECK (no > 0),
    state          text NOT NULL CHECK (state IN ('ON', 'SUSPENDED', 'OFF')),
    -- Why it is not on; null when it is again.
    reason         text,
    facts          text[] NOT NULL,
    on_day         date NOT NULL,
    changed_at     timestamptz NOT NULL,
    UNIQUE (application_id, no),
    CHECK ((state = 'ON') = (reason IS NULL))
);
CREATE UNIQUE INDEX application_off_once ON measure.application_change (application_id) WHERE state = 'OFF';

-- Who of the body took note.
CREATE TABLE measure.change_seen (
    change_id bigint PRIMARY KEY REFERENCES measure.application_change,
    actor     text NOT NULL,
    seen_at   timestamptz NOT NULL
);

-- How far changes of the archive, days and rules were followed; one row.
CREATE TABLE measure.ground_cursor (
    one          boolean PRIMARY KEY DEFAULT true CHECK (one),
    position     bigint NOT NULL,
    day          date NOT NULL,
    rule_version text NOT NULL
);
INSERT INTO measure.ground_cursor (position, day, rule_version)
SELECT coalesce(max(position), 0), '1949-10-01', '' FROM archive.act;

GRANT SELECT, INSERT ON measure.application, measure.application_change, measure.change_seen TO xinheng_app;
GRANT SELECT, UPDATE ON measure.ground_cursor TO xinheng_app;
