-- The register of organisations. Nothing is overwritten: an organisation's row never changes, each change of its
-- registration is a new version, each name has the days on which it was the current one, and merges are redirects.
CREATE SCHEMA organisation;
GRANT USAGE ON SCHEMA organisation TO xinheng_app;

-- Low 51 bits of an id; the upper 12 are the node's number.
CREATE SEQUENCE organisation.organisation_number;
GRANT USAGE ON SEQUENCE organisation.organisation_number TO xinheng_app;

-- code: normalised unified social credit code; null for one that is known by an older number only.
CREATE TABLE organisation.organisation (
    id          bigint PRIMARY KEY,
    code        varchar(18) COLLATE "C" UNIQUE,
    delivery_id bigint      NOT NULL,
    opened_at   timestamptz NOT NULL
);
GRANT SELECT, INSERT ON organisation.organisation TO xinheng_app;

-- What the register says, one version per change; an organisation without one is a stub (外地主体，登记信息待核).
-- The division in charge stands apart from the region in the code, which never moves.
CREATE TABLE organisation.registration (
    organisation_id bigint      NOT NULL REFERENCES organisation.organisation,
    version         int         NOT NULL,
    delivery_id     bigint      NOT NULL,
    row_number      bigint      NOT NULL,
    recorded_at     timestamptz NOT NULL,
    source          text        NOT NULL,
    state           text        NOT NULL,
    jurisdiction    text,
    registered_on   date,
    type            text,
    capital         text,
    province        text,
    city            text,
    scope           text,
    PRIMARY KEY (organisation_id, version)
) WITH (fillfactor = 100);
GRANT SELECT, INSERT ON organisation.registration TO xinheng_app;

-- Names over time. A name that was only heard with a row about a stub is no former name once the register speaks.
-- grams: the 1- and 2-grams of the key, for parts of names; the key itself serves whole names and beginnings.
CREATE TABLE organisation.name (
    organisation_id bigint      NOT NULL REFERENCES organisation.organisation,
    ordinal         int         NOT NULL,
    name            text        NOT NULL,
    name_key        text        COLLATE "C" NOT NULL,
    heard           boolean     NOT NULL,
    known_from      timestamptz NOT NULL,
    known_until     timestamptz,
    delivery_id     bigint      NOT NULL,
    row_number      bigint,
    grams           text[]      COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation_id, ordinal)
) WITH (fillfactor = 95);
CREATE INDEX name_key ON organisation.name (name_key);
CREATE INDEX name_grams ON organisation.name USING gin (grams) WITH (fastupdate = off);
ALTER TABLE organisation.name ALTER COLUMN grams SET STATISTICS 1000;
GRANT SELECT, INSERT, UPDATE (known_until) ON organisation.name TO xinheng_app;

-- Older numbers as evidence: kind is organisation-code, registration-15 or registration-13.
CREATE TABLE organisation.older_code (
    kind            text        NOT NULL,
    code            varchar(20) COLLATE "C" NOT NULL,
    organisation_id bigint      NOT NULL REFERENCES organisation.organisation,
    delivery_id     bigint      NOT NULL,
    row_number      bigint      NOT NULL,
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (code, kind, organisation_id)
);
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
    organisation_id bigint      REFERENCES organisation.organisation,
    source          text        NOT NULL,
    delivery_id     bigint      NOT NULL,
    row_number      bigint      NOT NULL,
    opened_at       timestamptz NOT NULL,
    jurisdiction    text,
    registered_on   date,
    type            text,
    capital         text,
    province        text,
    city            text,
    scope           text
);
CREATE INDEX code_quality_row ON organisation.code_quality (code, fault);
GRANT SELECT, INSERT ON organisation.code_quality TO xinheng_app;

CREATE TABLE organisation.code_quality_resolution (
    entry_id    bigint PRIMARY KEY REFERENCES organisation.code_quality,
    outcome     text        NOT NULL,
    reason      text        NOT NULL,
    actor       text        NOT NULL,
    resolved_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON organisation.code_quality_resolution TO xinheng_app;

-- Merge and unlink: the latest row of an organisation counts; to_id is null once it stands by itself again.
CREATE TABLE organisation.redirect (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    from_id     bigint      NOT NULL REFERENCES organisation.organisation,
    to_id       bigint      REFERENCES organisation.organisation,
    reason      text        NOT NULL,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CHECK (from_id <> to_id)
);
CREATE INDEX redirect_from ON organisation.redirect (from_id, number);
CREATE INDEX redirect_to ON organisation.redirect (to_id);
GRANT SELECT, INSERT ON organisation.redirect TO xinheng_app;

-- Where an organisation's redirects end: itself, when it has none. Circles are refused when a redirect is written.
CREATE FUNCTION organisation.target(start bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE
    here bigint := start;
    next bigint;
BEGIN
    LOOP
        SELECT r.to_id INTO next FROM organisation.redirect r WHERE r.from_id = here ORDER BY r.number DESC LIMIT 1;
        IF next IS NULL THEN
            RETURN here;
        END IF;
        here := next;
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION organisation.target(bigint) TO xinheng_app;
