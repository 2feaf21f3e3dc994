-- What follows after loading: endings with their ground, links that can be taken back and made again, rows returned to
-- their source, and what timeliness counts.

-- A withdrawal or repair ends a record for good: last_version stands above every version. A link that was taken back ends
-- the versions up to the one that it brought; a row that brings the organisation's code may follow it.
ALTER TABLE archive.ending
    ADD COLUMN last_version  int NOT NULL DEFAULT 2147483647,
    ADD COLUMN ground        text,
    ADD COLUMN document_date date,
    DROP CONSTRAINT ending_pkey,
    ADD PRIMARY KEY (organisation_id, record_id, last_version);

-- Records that the gate refuses to publish are few: their queue must not read the others.
CREATE INDEX version_held ON archive.version (source, decided_on) WHERE gate = 2;

ALTER TABLE intake.timeliness
    ADD COLUMN shown          int NOT NULL DEFAULT 0,
    ADD COLUMN repair_notices int NOT NULL DEFAULT 0;
CREATE INDEX timeliness_of_day ON intake.timeliness (received_on);

-- A row that was returned to its source stands in the queue again when it is delivered again.
ALTER TABLE intake.waiting ADD COLUMN returned boolean NOT NULL DEFAULT false;
DROP INDEX intake.waiting_open;
CREATE INDEX waiting_open ON intake.waiting (delivery_id, row_no) WHERE organisation_id IS NULL AND NOT returned;
CREATE INDEX waiting_settled ON intake.waiting (delivery_id, row_no) WHERE organisation_id IS NOT NULL OR returned;

CREATE TABLE intake.returned_row (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id bigint NOT NULL,
    row_no      int NOT NULL,
    actor       text NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    returned_at timestamptz NOT NULL,
    FOREIGN KEY (delivery_id, row_no) REFERENCES intake.waiting
);
CREATE INDEX returned_row_of_row ON intake.returned_row (delivery_id, row_no);
CREATE INDEX link_of_row ON intake.link (delivery_id, row_no);
GRANT SELECT, INSERT ON intake.returned_row TO xinheng_app;
