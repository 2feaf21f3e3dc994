-- Random inspection (双随机、一公开): plans, frozen pools with their commitments, seeds, visits, results. Only ever appended to.
-- Of inspectors nothing is known but the staff number.
CREATE SCHEMA inspection;
GRANT USAGE ON SCHEMA inspection TO xinheng_app;

-- Who may be sent by a body; the last entry of a staff number holds. serves: false when somebody is no longer sent.
CREATE TABLE inspection.inspector (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    authority      text NOT NULL,
    staff_number   text NOT NULL CHECK (staff_number <> ''),
    qualifications text[] NOT NULL,
    serves         boolean NOT NULL,
    actor          text NOT NULL,
    entered_at     timestamptz NOT NULL
);
CREATE INDEX inspector_of_authority ON inspection.inspector (authority, staff_number, id);

-- Who may not visit whom (回避); the last entry of a pair holds. No reason is kept: it would be about a person.
CREATE TABLE inspection.conflict (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    authority       text NOT NULL,
    staff_number    text NOT NULL CHECK (staff_number <> ''),
    organisation_id bigint NOT NULL,
    stands          boolean NOT NULL,
    actor           text NOT NULL,
    entered_at      timestamptz NOT NULL
);
CREATE INDEX conflict_of_authority ON inspection.conflict (authority, organisation_id, staff_number, id);

-- division: prefix of the divisions in charge, empty for all. codes: the organisations named one by one, empty for all.
-- source, issue, published_at: the public value that decides (an id of the pack) and the instant at which it will be published.
CREATE TABLE inspection.plan (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    authority    text NOT NULL,
    title        text NOT NULL CHECK (title <> ''),
    items        text[] NOT NULL CHECK (cardinality(items) > 0),
    source       text NOT NULL CHECK (source <> ''),
    issue        text NOT NULL CHECK (issue <> ''),
    published_at timestamptz NOT NULL,
    division     text NOT NULL,
    codes        text[] NOT NULL,
    first_day    date NOT NULL,
    last_day     date NOT NULL,
    form_key     text NOT NULL UNIQUE,
    actor        text NOT NULL,
    made_at      timestamptz NOT NULL,
    UNIQUE (id, published_at),
    CHECK (first_day <= last_day)
);
CREATE INDEX plan_of_authority ON inspection.plan (authority, id);

-- Frozen and committed to, before the value is published that the plan waits for. frozen: the lines that are published; annex, openings: kept, for auditor and court.
CREATE TABLE inspection.seal (
    plan_id      bigint PRIMARY KEY,
    root         text NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
    sealed_at    timestamptz NOT NULL,
    published_at timestamptz NOT NULL,
    pack         text NOT NULL,
    visits       int NOT NULL CHECK (visits > 0),
    frozen       text NOT NULL,
    annex        text NOT NULL,
    openings     text NOT NULL,
    actor        text NOT NULL,
    UNIQUE (plan_id, published_at),
    FOREIGN KEY (plan_id, published_at) REFERENCES inspection.plan (id, published_at),
    CONSTRAINT commitment_first CHECK (published_at > sealed_at)
);

-- One ticket of each organisation of the pool, which it may open for itself.
CREATE TABLE inspection.member (
    plan_id         bigint NOT NULL REFERENCES inspection.seal,
    organisation_id bigint NOT NULL,
    code            text NOT NULL CHECK (code <> ''),
    opening         text NOT NULL,
    PRIMARY KEY (plan_id, organisation_id)
);
CREATE INDEX member_of_organisation ON inspection.member (organisation_id);

-- The seed: the value that the plan named before it existed, never entered before it was published.
CREATE TABLE inspection.draw (
    plan_id      bigint PRIMARY KEY,
    published_at timestamptz NOT NULL,
    entropy      text NOT NULL CHECK (entropy <> ''),
    bundle       text NOT NULL,
    actor        text NOT NULL,
    drawn_at     timestamptz NOT NULL,
    FOREIGN KEY (plan_id, published_at) REFERENCES inspection.seal (plan_id, published_at),
    CONSTRAINT value_first CHECK (drawn_at >= published_at)
);

CREATE TABLE inspection.visit (
    plan_id         bigint NOT NULL REFERENCES inspection.draw,
    no              int NOT NULL CHECK (no > 0),
    organisation_id bigint NOT NULL,
    team            text[] NOT NULL CHECK (cardinality(team) >= 2),
    drawn_at        timestamptz NOT NULL,
    PRIMARY KEY (plan_id, no),
    UNIQUE (plan_id, organisation_id)
);
CREATE INDEX visit_of_organisation ON inspection.visit (organisation_id, drawn_at);
CREATE INDEX visit_by_day ON inspection.visit (drawn_at);

-- What a visit found; the last entry holds, earlier ones stay.
CREATE TABLE inspection.result (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_id    bigint NOT NULL,
    no         int NOT NULL,
    visited_on date NOT NULL,
    outcome    text NOT NULL CHECK (outcome <> ''),
    actor      text NOT NULL,
    entered_at timestamptz NOT NULL,
    FOREIGN KEY (plan_id, no) REFERENCES inspection.visit
);
CREATE INDEX result_of_visit ON inspection.result (plan_id, no, id);

GRANT SELECT, INSERT ON inspection.inspector, inspection.conflict, inspection.plan, inspection.seal, inspection.member,
    inspection.draw, inspection.visit, inspection.result TO xinheng_app;
