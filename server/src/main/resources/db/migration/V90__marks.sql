-- Marks on records (标注): disputed, under review or in court, withheld, screened, with a statement. Only ever appended to; the last row of a kind
-- and reference says whether it stands. They take effect with the position of their act, like everything that readers see.
CREATE TABLE archive.mark (
    organisation_id bigint NOT NULL,
    record_id       bigint NOT NULL,
    kind            smallint NOT NULL CHECK (kind BETWEEN 0 AND 4),
    reference       text NOT NULL CHECK (reference <> ''),
    position        bigint NOT NULL REFERENCES archive.act,
    placed          boolean NOT NULL,
    -- First day on which it has effect: what follows from an unanswered objection needs no job to run.
    from_day        date NOT NULL,
    statement       text NOT NULL,
    PRIMARY KEY (organisation_id, record_id, kind, reference, position)
);
CREATE INDEX mark_of_act ON archive.mark (position);

CREATE VIEW archive.standing_mark AS
SELECT m.* FROM archive.mark m
WHERE m.placed AND NOT EXISTS (
    SELECT FROM archive.mark n
    WHERE n.organisation_id = m.organisation_id AND n.record_id = m.record_id AND n.kind = m.kind
      AND n.reference = m.reference AND n.position > m.position);

-- A repair that was revoked: its ending no longer holds, and stays readable with its restoration.
CREATE TABLE archive.restoration (
    organisation_id bigint NOT NULL,
    record_id       bigint NOT NULL,
    ending_act      bigint NOT NULL,
    position        bigint NOT NULL REFERENCES archive.act,
    document_number text NOT NULL CHECK (document_number <> ''),
    statement       text NOT NULL,
    PRIMARY KEY (organisation_id, record_id, ending_act)
);
CREATE INDEX restoration_of_act ON archive.restoration (position);

ALTER TABLE archive.ending
    DROP CONSTRAINT ending_pkey,
    ADD PRIMARY KEY (organisation_id, record_id, last_version, act_id);

CREATE VIEW archive.standing_ending AS
SELECT e.* FROM archive.ending e
WHERE NOT EXISTS (
    SELECT FROM archive.restoration r
    WHERE r.organisation_id = e.organisation_id AND r.record_id = e.record_id AND r.ending_act = e.act_id);

GRANT SELECT, INSERT ON archive.mark, archive.restoration TO xinheng_app;
GRANT SELECT ON archive.standing_mark, archive.standing_ending TO xinheng_app;
