-- Early warnings (信用预警) to bodies that subscribed. Nothing else reads them: a warning has no consequence. Append-only but for the cursor.
CREATE SCHEMA warning;
GRANT USAGE ON SCHEMA warning TO xinheng_app;

CREATE TABLE warning.warning (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule            text NOT NULL,
    rule_version    text NOT NULL,
    organisation_id bigint NOT NULL,
    day             date NOT NULL,
    raised_at       timestamptz NOT NULL
);

-- The cause: a record warns once under a rule.
CREATE TABLE warning.cause (
    rule       text NOT NULL,
    record     text NOT NULL,
    warning_id bigint NOT NULL REFERENCES warning.warning,
    PRIMARY KEY (rule, record)
);
CREATE INDEX cause_of_warning ON warning.cause (warning_id);

CREATE TABLE warning.recipient (
    warning_id bigint NOT NULL REFERENCES warning.warning,
    body       text NOT NULL,
    PRIMARY KEY (warning_id, body)
);
CREATE INDEX recipient_body ON warning.recipient (body, warning_id);

CREATE TABLE warning.reading (
    warning_id bigint NOT NULL,
    body       text NOT NULL,
    actor      text NOT NULL,
    read_at    timestamptz NOT NULL,
    PRIMARY KEY (warning_id, body),
    FOREIGN KEY (warning_id, body) REFERENCES warning.recipient
);

GRANT SELECT, INSERT ON warning.warning, warning.cause, warning.recipient, warning.reading TO xinheng_app;

-- How far the archive and the days were followed; both are null until the first look. rule_version: of the pack by which terms near
-- their ends were last looked for.
CREATE TABLE warning.progress (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint,
    day      date,
    rule_version text
);
INSERT INTO warning.progress DEFAULT VALUES;
GRANT SELECT, UPDATE ON warning.progress TO xinheng_app;
