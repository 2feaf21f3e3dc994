-- What the program's own user of the database cannot do either. See docs/decisions/0021-listing.md and 0025-cases.md.

-- Steps leave no gap: each stands on the one before it.
ALTER TABLE casework.step
    ADD COLUMN prior int GENERATED ALWAYS AS (NULLIF(number - 1, 0)) STORED,
    ADD CONSTRAINT no_step_is_skipped FOREIGN KEY (case_id, prior) REFERENCES casework.step (case_id, number);
ALTER TABLE listing.step
    ADD COLUMN prior int GENERATED ALWAYS AS (NULLIF(no - 1, 0)) STORED,
    ADD CONSTRAINT no_step_is_skipped FOREIGN KEY (proceeding_id, prior) REFERENCES listing.step (proceeding_id, no);

-- Nor is a step taken earlier than the one before it, whatever day the paper bears.
CREATE FUNCTION casework.step_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (
        SELECT FROM casework.step s
        WHERE s.case_id = NEW.case_id AND s.number = NEW.number - 1
          AND (s.taken_at > NEW.taken_at OR s.on_day > NEW.on_day))
    THEN
        RAISE EXCEPTION 'step % of case % is older than the one before it', NEW.number, NEW.case_id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER step_follows BEFORE INSERT ON casework.step FOR EACH ROW EXECUTE FUNCTION casework.step_follows();

-- A delivery goes from received to loading to its end, and nobody opens it again: rows of a list come through no old one. What it is
-- and whose, and which file it brought, never changes.
CREATE FUNCTION intake.delivery_goes_forward() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state IN ('LOADING', 'CLOSED') THEN
            RAISE EXCEPTION 'a delivery begins with its receipt' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.state IN ('CLOSED', 'REJECTED') OR (OLD.state = 'LOADING' AND NEW.state = 'RECEIVED')
        OR (NEW.id, NEW.type, NEW.source, NEW.actor, NEW.file_hash, NEW.file_size, NEW.received_at)
            IS DISTINCT FROM (OLD.id, OLD.type, OLD.source, OLD.actor, OLD.file_hash, OLD.file_size, OLD.received_at)
    THEN
        RAISE EXCEPTION 'delivery % does not go back', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER delivery_goes_forward BEFORE INSERT OR UPDATE ON intake.delivery
    FOR EACH ROW EXECUTE FUNCTION intake.delivery_goes_forward();

-- The record types that carry listings, by the names that deliveries call them.
CREATE TABLE listing.carrying_type (
    type   text PRIMARY KEY,
    number smallint NOT NULL UNIQUE
);
INSERT INTO listing.carrying_type (type, number) VALUES
    ('judgment-debtor', 4),
    ('abnormal-enterprise', 20),
    ('abnormal-institution', 21),
    ('abnormal-social', 22),
    ('abnormal-individual-business', 23),
    ('severe-list', 30),
    ('honour', 31);
GRANT SELECT ON listing.carrying_type TO xinheng_app;

-- As before, and a delivery that is being loaded, or a row of it that waited, opens the door to records of its own type only.
CREATE OR REPLACE FUNCTION listing.record_has_its_door() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (
            SELECT FROM listing.entry e
            WHERE e.act_id = NEW.delivery_id AND e.organisation_id = NEW.organisation_id AND e.record_id = NEW.record_id)
        OR EXISTS (
            SELECT FROM intake.delivery d
            JOIN listing.carrying_type c ON c.type = d.type
            WHERE d.id = NEW.delivery_id AND d.state = 'LOADING' AND c.number = NEW.type)
        OR EXISTS (
            SELECT FROM intake.link l
            JOIN intake.delivery d ON d.id = l.delivery_id
            JOIN listing.carrying_type c ON c.type = d.type
            WHERE l.act_id = NEW.delivery_id AND l.organisation_id = NEW.organisation_id AND c.number = NEW.type)
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
