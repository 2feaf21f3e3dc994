-- Grades that readers were told of by rule (评价结果推送): a numbered feed for each reader. Nothing but the grade is in it.

-- One row a reader, locked while lines are numbered, so that numbers become visible in their order. reader: "authority:" or "client:" and
-- the id. epoch: counts the times that lines were dropped; dropped: the highest number that was dropped.
CREATE TABLE evaluation.given_reader (
    reader  text PRIMARY KEY,
    last_no bigint NOT NULL DEFAULT 0,
    epoch   int NOT NULL DEFAULT 0,
    dropped bigint NOT NULL DEFAULT 0
);

-- Lines are never changed; those of grades that ended are dropped after the days that the rule keeps them.
-- of_no: of an end, the line that it ends. day: of the evaluation. run_id: null where an event brought it.
-- position: of the archive, up to which the evaluation knew it.
CREATE TABLE evaluation.given_line (
    reader          text NOT NULL REFERENCES evaluation.given_reader,
    no              bigint NOT NULL CHECK (no > 0),
    act             text NOT NULL CHECK (act IN ('GIVEN', 'ENDED')),
    of_no           bigint,
    organisation_id bigint NOT NULL,
    model           text NOT NULL,
    rule            text NOT NULL,
    edition         text NOT NULL,
    basis           text NOT NULL,
    grade           text,
    day             date NOT NULL,
    run_id          bigint,
    position        bigint NOT NULL,
    reason          text,
    written_on      date NOT NULL,
    keep_days       int NOT NULL CHECK (keep_days > 0),
    PRIMARY KEY (reader, no),
    CHECK ((act = 'GIVEN') = (grade IS NOT NULL)),
    CHECK ((act = 'ENDED') = (of_no IS NOT NULL AND reason IS NOT NULL))
);
CREATE INDEX given_line_of_organisation ON evaluation.given_line (organisation_id, reader, no);
CREATE INDEX given_line_ended ON evaluation.given_line (reader, written_on) WHERE act = 'ENDED';

-- What stands: the line of each grade that has not ended. until: last day of the grant under which it was given;
-- purpose, data: of the grant, as the rule had them. passed: it was not handed over to whoever came past it, and is given anew when it holds.
CREATE TABLE evaluation.given_standing (
    reader          text NOT NULL,
    model           text NOT NULL,
    organisation_id bigint NOT NULL,
    no              bigint NOT NULL,
    grade           text NOT NULL,
    rule            text NOT NULL,
    consent_id      bigint,
    until           date,
    purpose         text,
    data            text,
    passed          boolean NOT NULL DEFAULT false,
    PRIMARY KEY (reader, model, organisation_id),
    UNIQUE (reader, no),
    FOREIGN KEY (reader, no) REFERENCES evaluation.given_line
);
CREATE INDEX given_standing_of_organisation ON evaluation.given_standing (organisation_id, model);
CREATE INDEX given_standing_until ON evaluation.given_standing (until) WHERE until IS NOT NULL;

-- How far a reader came, and when it last took lines.
CREATE TABLE evaluation.given_taken (
    reader   text PRIMARY KEY REFERENCES evaluation.given_reader,
    no       bigint NOT NULL,
    taken_at timestamptz NOT NULL
);

-- Lines that a reader really took, once each with and without the grade. graded: with it, which the organisation sees; without it, when the reads of the grant
-- were used up.
CREATE TABLE evaluation.given_handed (
    reader    text NOT NULL,
    no        bigint NOT NULL,
    graded    boolean NOT NULL,
    handed_at timestamptz NOT NULL,
    PRIMARY KEY (reader, no, graded),
    FOREIGN KEY (reader, no) REFERENCES evaluation.given_line ON DELETE CASCADE
);

-- Organisations to be looked at by themselves. asked: counts how often, so that what is asked while it is looked at is not lost.
CREATE TABLE evaluation.given_due (
    organisation_id bigint NOT NULL,
    model           text NOT NULL,
    asked           bigint NOT NULL DEFAULT 1,
    tries           int NOT NULL DEFAULT 0,
    next_at         timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, model)
);
CREATE INDEX given_due_next ON evaluation.given_due (next_at);

-- How far events were followed, and by which day and edition rules were looked through; null until the first look. looked_at: when a look
-- last came to its end with every step of it; until one did, when the first one began.
CREATE TABLE evaluation.given_progress (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    followed_id bigint,
    day         date,
    edition     text,
    dropped_on  date,
    looked_at   timestamptz
);
INSERT INTO evaluation.given_progress DEFAULT VALUES;

-- Up to which organisation, or grant, a rule was gone through for a run.
CREATE TABLE evaluation.given_run (
    rule     text PRIMARY KEY,
    run_id   bigint NOT NULL,
    after_id bigint NOT NULL,
    done     boolean NOT NULL
);

-- Whom a look at events did not evaluate: so many changed at once, or it could not be read. What was said of it before does not hold for sure.
CREATE TABLE evaluation.event_skipped (
    organisation_id bigint NOT NULL,
    followed_id     bigint NOT NULL REFERENCES evaluation.followed,
    PRIMARY KEY (organisation_id, followed_id)
);
CREATE INDEX event_skipped_followed ON evaluation.event_skipped (followed_id);

GRANT SELECT, INSERT, DELETE ON evaluation.event_skipped TO xinheng_app;
GRANT SELECT, INSERT, UPDATE ON evaluation.given_reader, evaluation.given_taken TO xinheng_app;
GRANT SELECT, INSERT, DELETE ON evaluation.given_line TO xinheng_app;
GRANT SELECT, INSERT ON evaluation.given_handed TO xinheng_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation.given_standing, evaluation.given_due TO xinheng_app;
GRANT SELECT, INSERT, UPDATE ON evaluation.given_run TO xinheng_app;
GRANT SELECT, UPDATE ON evaluation.given_progress TO xinheng_app;
