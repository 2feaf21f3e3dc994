-- Numbers of cases (案号) as the pack writes them; what was opened before keeps the one it had.
ALTER TABLE casework.case_file ADD COLUMN number text;
UPDATE casework.case_file SET number = kind || '-' || id;
ALTER TABLE casework.case_file ALTER COLUMN number SET NOT NULL;
ALTER TABLE casework.case_file ADD UNIQUE (number);

-- The last count of each kind in a year; taken in the transaction that opens the case, so that there are no gaps.
CREATE TABLE casework.number_series (
    kind text NOT NULL,
    year int NOT NULL,
    last bigint NOT NULL CHECK (last > 0),
    PRIMARY KEY (kind, year)
);
GRANT SELECT, INSERT, UPDATE ON casework.number_series TO xinheng_app;
