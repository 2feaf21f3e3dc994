-- Deliveries that could not be brought into force however often it was tried: closed, with nothing left of them.
ALTER TABLE intake.delivery ADD COLUMN attempts int NOT NULL DEFAULT 0;

CREATE TABLE intake.failure (
    delivery_id bigint PRIMARY KEY REFERENCES intake.delivery,
    attempts    int NOT NULL,
    rows        int NOT NULL,
    -- Kind and place of the fault; never a message, which may quote a row.
    fault       text NOT NULL,
    failed_at   timestamptz NOT NULL
);
GRANT SELECT, INSERT ON intake.failure TO xinheng_app;

-- The one way to take versions out: of a delivery that never came into force, so that nobody ever read them.
CREATE FUNCTION archive.discard(delivery bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM archive.act WHERE id = delivery) THEN
        RAISE EXCEPTION 'delivery % is in force', delivery;
    END IF;
    WITH gone AS (
        DELETE FROM archive.version WHERE delivery_id = delivery RETURNING organisation_id, record_id, version_no)
    DELETE FROM archive.number_holder h USING gone g
    WHERE g.version_no = 1 AND h.record_id = g.record_id AND h.organisation_id = g.organisation_id;
END $$;
REVOKE ALL ON FUNCTION archive.discard(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION archive.discard(bigint) TO xinheng_app;
