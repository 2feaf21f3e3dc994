-- Facts that organisations file about themselves, what a body said of them, and that they took them back. Append-only.
CREATE SCHEMA voluntary;
GRANT USAGE ON SCHEMA voluntary TO xinheng_app;

-- form_key: of the form that filed it; sent twice, it files once. truth: the commitment as it was ticked.
CREATE TABLE voluntary.fact (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_key        text NOT NULL UNIQUE CHECK (form_key <> ''),
    organisation_id bigint NOT NULL,
    kind            text NOT NULL CHECK (kind <> ''),
    title           text NOT NULL CHECK (title <> ''),
    number          text NOT NULL,
    issuer          text NOT NULL CHECK (issuer <> ''),
    issued_on       date,
    valid_to        date CHECK (valid_to >= issued_on),
    content         text NOT NULL CHECK (content <> ''),
    truth           text NOT NULL CHECK (truth <> ''),
    actor           text NOT NULL,
    filed_at        timestamptz NOT NULL
);
CREATE INDEX fact_of_organisation ON voluntary.fact (organisation_id, id);

CREATE TABLE voluntary.decision (
    fact_id    bigint PRIMARY KEY REFERENCES voluntary.fact,
    verified   boolean NOT NULL,
    reasons    text NOT NULL CHECK (reasons <> ''),
    -- Id of the body; null for the lead authority.
    body       text CHECK (body <> ''),
    actor      text NOT NULL,
    decided_at timestamptz NOT NULL
);

CREATE TABLE voluntary.withdrawal (
    fact_id      bigint PRIMARY KEY REFERENCES voluntary.fact,
    actor        text NOT NULL,
    withdrawn_at timestamptz NOT NULL
);

-- What was taken back is decided by nobody any more; of the two at once the second sees the first.
CREATE FUNCTION voluntary.in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('voluntary.fact'), (NEW.fact_id % 2147483647)::int);
    RETURN NEW;
END $$;
CREATE FUNCTION voluntary.decided_while_it_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM voluntary.withdrawal w WHERE w.fact_id = NEW.fact_id) THEN
        RAISE EXCEPTION 'fact % was withdrawn', NEW.fact_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER a_in_turn BEFORE INSERT ON voluntary.decision FOR EACH ROW EXECUTE FUNCTION voluntary.in_turn();
CREATE TRIGGER a_in_turn BEFORE INSERT ON voluntary.withdrawal FOR EACH ROW EXECUTE FUNCTION voluntary.in_turn();
CREATE TRIGGER b_decided_while_it_stands BEFORE INSERT ON voluntary.decision
    FOR EACH ROW EXECUTE FUNCTION voluntary.decided_while_it_stands();

GRANT SELECT, INSERT ON voluntary.fact, voluntary.decision, voluntary.withdrawal TO xinheng_app;
