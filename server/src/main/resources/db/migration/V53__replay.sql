-- Where an organisation's redirects ended at a position of the register: for answers that are worked out again. See docs/receipts.md.
CREATE FUNCTION organisation.target_at(start bigint, known_at bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    here bigint := start;
    next bigint;
BEGIN
    LOOP
        SELECT r.to_id INTO next FROM organisation.redirect r
         WHERE r.from_id = here AND r.position <= known_at ORDER BY r.position DESC LIMIT 1;
        IF next IS NULL THEN
            RETURN here;
        END IF;
        here := next;
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION organisation.target_at(bigint, bigint) TO xinheng_app;
