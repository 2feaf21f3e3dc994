-- A hand-over belongs to the form that was sent: sent again, it hands nothing over.
ALTER TABLE casework.handover ADD COLUMN form_key text UNIQUE;

-- What the one window says of its applications (办结核对): each number ends once there.
CREATE TABLE casework.window_closing (
    number     text PRIMARY KEY CHECK (number <> ''),
    record_key text NOT NULL,
    granted    boolean NOT NULL,
    closed_on  date NOT NULL,
    actor      text NOT NULL,
    told_at    timestamptz NOT NULL
);

-- What a person found who looked into a granted repair again (复查). The last one holds; none is ever changed.
CREATE TABLE casework.recheck (
    case_id  bigint NOT NULL REFERENCES casework.case_file,
    number   int NOT NULL CHECK (number > 0),
    actor    text NOT NULL,
    on_day   date NOT NULL,
    taken_at timestamptz NOT NULL,
    in_order boolean NOT NULL,
    note     text NOT NULL CHECK (in_order OR note <> ''),
    PRIMARY KEY (case_id, number)
);
GRANT SELECT, INSERT ON casework.window_closing, casework.recheck TO xinheng_app;
