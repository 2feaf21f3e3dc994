-- The register of organisations. Nothing is overwritten: an organisation's row never changes, each change of its
-- registration is a new version, each name has the days on which it was the current one, and merges are redirects.
CREATE SCHEMA organisation;
GRANT USAGE ON SCHEMA organisation TO xinheng_app;

-- Low 51 bits of an id; the upper 12 are the node's number.
CREATE SEQUENCE organisation.organisation_number;
GRANT USAGE ON SEQUENCE organisation.organisation_number TO xinheng_app;

-- Each transaction that writes here takes the next number under one lock that it holds until its end: numbers have no
-- gap, and a reader that sees one sees all before it. recorded_at never runs backwards.
CREATE TABLE organisation.position (
    number      bigint PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    delivery_id bigint,
    source      text
);
GRANT SELECT, INSERT ON organisation.position TO xinheng_app;

-- code: normalised unified social credit code; null for one that is known by an older number only.
CREATE TABLE organisation.organisation (
    id       bigint PRIMARY KEY,
    code     varchar(18) COLLATE "C" UNIQUE,
    position bigint NOT NULL
);
GRANT SELECT, INSERT ON organisation.organisation TO xinheng_app;

-- What the register says, one version per change; an organisation without one is a stub (外地主体，登记信息待核).
-- The division in charge stands apart from the region in the code, which never moves.
CREATE TABLE organisation.registration (
    organisation_id bigint NOT NULL,
    version         int    NOT NULL,
    position        bigint NOT NULL,
    row_number      bigint NOT NULL,
    state           text   NOT NULL,
    jurisdiction    text,
    registered_on   date,
    type            text,
    capital         text,
    province        text,
    city            text,
    scope           text,
    size            text,
    PRIMARY KEY (organisation_id, version)
);
CREATE INDEX registration_position ON organisation.registration (position);
GRANT SELECT, INSERT ON organisation.registration TO xinheng_app;

-- Names over time, current from one position until another. A name that was only heard with a row about a stub is no
-- former name once the register speaks.
-- grams: the 1- and 2-grams of the key, for parts of names; the key itself serves whole names and beginnings.
CREATE TABLE organisation.name (
    organisation_id bigint  NOT NULL,
    ordinal         int     NOT NULL,
    name            text    NOT NULL,
    name_key        text    COLLATE "C" NOT NULL,
    heard           boolean NOT NULL,
    position        bigint  NOT NULL,
    until           bigint,
    row_number      bigint,
    grams           text[]  COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation_id, ordinal)
) WITH (fillfactor = 95);
CREATE INDEX name_key ON organisation.name (name_key);
CREATE INDEX name_position ON organisation.name (position);
CREATE INDEX name_grams ON organisation.name USING gin (grams) WITH (fastupdate = off);
GRANT SELECT, INSERT, UPDATE (until) ON organisation.name TO xinheng_app;

-- Older numbers as evidence: kind is organisation-code, registration-15 or registration-13.
CREATE TABLE organisation.older_code (
    code            varchar(20) COLLATE "C" NOT NULL,
    kind            text   NOT NULL,
    organisation_id bigint NOT NULL,
    position        bigint NOT NULL,
    row_number      bigint NOT NULL,
    PRIMARY KEY (code, kind, organisation_id)
);
CREATE INDEX older_code_organisation ON organisation.older_code (organisation_id);
GRANT SELECT, INSERT ON organisation.older_code TO xinheng_app;

-- The queue of wrong and duplicate codes (重错码). Each entry keeps the whole row, so that none is lost.
CREATE TABLE organisation.code_quality (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fault           text        NOT NULL,
    reason          text        NOT NULL,
    raw_code        text        NOT NULL,
    code            text        COLLATE "C" NOT NULL,
    name            text        NOT NULL,
    name_key        text        COLLATE "C" NOT NULL,
    organisation_id bigint,
    position        bigint NOT NULL,
    row_number      bigint NOT NULL,
    state           text   NOT NULL,
    jurisdiction    text,
    registered_on   date,
    type            text,
    capital         text,
    province        text,
    city            text,
    scope           text,
    size            text
);
CREATE INDEX code_quality_row ON organisation.code_quality (code, fault);
GRANT SELECT, INSERT ON organisation.code_quality TO xinheng_app;

CREATE TABLE organisation.code_quality_resolution (
    entry_id bigint PRIMARY KEY,
    outcome  text   NOT NULL,
    reason   text   NOT NULL,
    actor    text   NOT NULL,
    position bigint NOT NULL
);
GRANT SELECT, INSERT ON organisation.code_quality_resolution TO xinheng_app;

-- Merge and unlink: the latest row of an organisation counts; to_id is null once it stands by itself again.
CREATE TABLE organisation.redirect (
    from_id  bigint NOT NULL,
    position bigint NOT NULL,
    to_id    bigint,
    reason   text   NOT NULL,
    actor    text   NOT NULL,
    PRIMARY KEY (from_id, position),
    CHECK (from_id <> to_id)
);
CREATE INDEX redirect_position ON organisation.redirect (position);
CREATE INDEX redirect_to ON organisation.redirect (to_id);
GRANT SELECT, INSERT ON organisation.redirect TO xinheng_app;

-- Where an organisation's redirects end: itself, when it has none. Circles are refused when a redirect is written.
CREATE FUNCTION organisation.target(start bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    here bigint := start;
    next bigint;
BEGIN
    LOOP
        SELECT r.to_id INTO next FROM organisation.redirect r WHERE r.from_id = here ORDER BY r.position DESC LIMIT 1;
        IF next IS NULL THEN
            RETURN here;
        END IF;
        here := next;
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION organisation.target(bigint) TO xinheng_app;

-- Names that contain all patterns, found by the grams that such names have. The settings leave the planner no way but
-- the index of grams: with a LIMIT it would else hope to meet enough names by reading the table.
CREATE FUNCTION organisation.names_containing(wanted text[], patterns text[], most int)
    RETURNS TABLE (organisation_id bigint, name text) LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET enable_indexscan = off SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    RETURN QUERY SELECT n.organisation_id, n.name FROM organisation.name n
                  WHERE n.grams @> wanted AND n.name_key LIKE ALL (patterns) AND (n.until IS NULL OR NOT n.heard)
                  LIMIT most;
END
$$;
GRANT EXECUTE ON FUNCTION organisation.names_containing(text[], text[], int) TO xinheng_app;

-- Batches of codes. Each code goes through the index by itself (LATERAL with LIMIT), planned anew each time: a plan kept
-- from an empty register would read whole tables, a hash join the whole register for each batch.
CREATE FUNCTION organisation.subjects(codes text[])
    RETURNS TABLE (code text, id bigint, name_keys text[], redirected boolean) LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    RETURN QUERY
    SELECT c.code, o.id,
           ARRAY(SELECT n.name_key FROM organisation.name n WHERE n.organisation_id = o.id)::text[],
           EXISTS (SELECT 1 FROM organisation.redirect d WHERE d.from_id = o.id)
           OR EXISTS (SELECT 1 FROM organisation.redirect d WHERE d.to_id = o.id)
      FROM unnest(codes) AS c(code)
     CROSS JOIN LATERAL (SELECT s.id FROM organisation.organisation s WHERE s.code = c.code LIMIT 1) o;
END
$$;
GRANT EXECUTE ON FUNCTION organisation.subjects(text[]) TO xinheng_app;

-- By unified code, or by an older number: then rather the organisation that has nothing else. Redirects are not followed.
CREATE FUNCTION organisation.known(keys text[])
    RETURNS TABLE (key text, id bigint, code varchar, ordinal int, name text, name_key text, version int, state text,
                   jurisdiction text, registered_on date, type text, capital text, province text, city text, scope text,
                   size text)
    LANGUAGE plpgsql STABLE SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    RETURN QUERY
    SELECT k.key, o.id, o.code, n.ordinal, n.name, n.name_key::text, coalesce(r.version, 0), r.state, r.jurisdiction,
           r.registered_on, r.type, r.capital, r.province, r.city, r.scope, r.size
      FROM unnest(keys) AS k(key)
     CROSS JOIN LATERAL (
           (SELECT s.id, s.code FROM organisation.organisation s WHERE s.code = k.key)
           UNION ALL
           (SELECT s.id, s.code FROM organisation.older_code c JOIN organisation.organisation s ON s.id = c.organisation_id
             WHERE length(k.key) < 18 AND c.code = k.key ORDER BY s.code NULLS FIRST, s.id LIMIT 1)
           LIMIT 1) o
     CROSS JOIN LATERAL (SELECT m.ordinal, m.name, m.name_key FROM organisation.name m
                          WHERE m.organisation_id = o.id AND m.until IS NULL LIMIT 1) n
      LEFT JOIN LATERAL (SELECT v.* FROM organisation.registration v
                          WHERE v.organisation_id = o.id ORDER BY v.version DESC LIMIT 1) r ON true;
END
$$;
GRANT EXECUTE ON FUNCTION organisation.known(text[]) TO xinheng_app;

-- The owner's right to ANALYZE, for the end of an import: the app role has none.
CREATE FUNCTION organisation.renew_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog AS $$
BEGIN
    ANALYZE organisation.organisation;
    ANALYZE organisation.registration;
    ANALYZE organisation.name;
    ANALYZE organisation.older_code;
    ANALYZE organisation.code_quality;
END
$$;
GRANT EXECUTE ON FUNCTION organisation.renew_statistics() TO xinheng_app;
