-- Names of organisations that stand in a text, whole, wherever they begin. At each place the greatest name not after the rest of the text
-- is looked up in the index of keys; where it is no beginning of the rest, the next probe starts from what both have in common, so that a
-- place costs a probe or two whatever the size of the register.
-- starts: how many places of the text a name may begin at; what follows is there to be read on.
CREATE FUNCTION organisation.names_within(text_key text, starts int, shortest int, longest int)
    RETURNS TABLE (place int, name text) LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    here   int := 1;
    rest   text COLLATE "C";
    probe  text COLLATE "C";
    key    text COLLATE "C";
    common int;
    length_of_rest int;
BEGIN
    WHILE here <= least(starts, length(text_key) - shortest + 1) LOOP
        rest := substr(text_key, here, longest);
        length_of_rest := length(rest);
        probe := rest;
        LOOP
            key := (SELECT n.name_key FROM organisation.name n WHERE n.name_key <= probe ORDER BY n.name_key DESC LIMIT 1);
            EXIT WHEN key IS NULL;
            IF starts_with(rest, key) THEN
                IF length(key) >= shortest THEN
                    place := here;
                    name := (SELECT n.name FROM organisation.name n
                              WHERE n.name_key = key AND (n.until IS NULL OR NOT n.heard) LIMIT 1);
                    IF name IS NOT NULL THEN
                        RETURN NEXT;
                        -- The next one begins behind this one.
                        here := here + length(key) - 1;
                        EXIT;
                    END IF;
                    -- Only heard once, and no longer: a shorter one may stand.
                    probe := substr(key, 1, length(key) - 1);
                    CONTINUE;
                END IF;
                EXIT;
            END IF;
            common := 0;
            WHILE common < length_of_rest AND substr(rest, common + 1, 1) = substr(key, common + 1, 1) LOOP
                common := common + 1;
            END LOOP;
            EXIT WHEN common < shortest;
            probe := substr(rest, 1, common);
        END LOOP;
        here := here + 1;
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION organisation.names_within(text, int, int, int) TO xinheng_app;
