-- Lists of codes that an asking body watches in one matter (订阅核查). What it is told is that it should ask again, never what changed.
CREATE TABLE measure.subscription (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client        text NOT NULL,
    source_id     text,
    name          text NOT NULL CHECK (name <> ''),
    matter        text NOT NULL,
    purpose       text NOT NULL CHECK (purpose <> ''),
    case_number   text NOT NULL CHECK (case_number <> ''),
    operator      text NOT NULL CHECK (operator <> ''),
    registered_at timestamptz NOT NULL,
    -- Last day on which changes are told.
    until         date NOT NULL
);
CREATE INDEX subscription_of_client ON measure.subscription (client, id);

CREATE TABLE measure.subscription_end (
    subscription_id bigint PRIMARY KEY REFERENCES measure.subscription,
    actor           text NOT NULL,
    ended_at        timestamptz NOT NULL
);

-- seen: imprint of what an answer rested on when it was looked at last, from which nothing can be read.
CREATE TABLE measure.subscription_code (
    subscription_id bigint NOT NULL REFERENCES measure.subscription,
    code            text NOT NULL,
    -- Whom it identified then; null for nobody.
    organisation_id bigint,
    seen            bytea NOT NULL,
    PRIMARY KEY (subscription_id, code)
);
CREATE INDEX subscription_code_organisation ON measure.subscription_code (organisation_id);
CREATE INDEX subscription_code_code ON measure.subscription_code (code);

-- ordinal: in the order of commits, for there is one writer at a time; with gaps.
CREATE TABLE measure.subscription_change (
    ordinal         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription_id bigint NOT NULL REFERENCES measure.subscription,
    client          text NOT NULL,
    code            text NOT NULL,
    organisation_id bigint,
    seen_at         timestamptz NOT NULL
);
CREATE INDEX subscription_change_of_client ON measure.subscription_change (client, ordinal);

-- How far archive, register, days and rules were followed; one row. Whoever registers a list holds it too, so that nothing that is
-- followed meanwhile is missed.
CREATE TABLE measure.subscription_cursor (
    one          boolean PRIMARY KEY DEFAULT true CHECK (one),
    archive      bigint NOT NULL,
    register     bigint NOT NULL,
    day          date NOT NULL,
    rule_version text NOT NULL
);
INSERT INTO measure.subscription_cursor (archive, register, day, rule_version) VALUES (0, 0, '1949-10-01', '');

GRANT SELECT, INSERT ON measure.subscription, measure.subscription_end, measure.subscription_code, measure.subscription_change
    TO xinheng_app;
GRANT UPDATE (organisation_id, seen) ON measure.subscription_code TO xinheng_app;
GRANT SELECT, UPDATE ON measure.subscription_cursor TO xinheng_app;

-- How far the webhook of a consumer came with its changes, beside its notices.
CREATE TABLE correction.change_webhook (
    consumer_id bigint PRIMARY KEY REFERENCES correction.consumer,
    delivered   bigint NOT NULL,
    failures    int NOT NULL,
    next_at     timestamptz NOT NULL
);
GRANT SELECT, INSERT ON correction.change_webhook TO xinheng_app;
GRANT UPDATE (delivered, failures, next_at) ON correction.change_webhook TO xinheng_app;
