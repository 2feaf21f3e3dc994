-- Explanations take few bytes, and results of old runs are dropped after a time; receipts and counts stay.

-- Explanations of earlier releases stay what they are: JSON, which begins with a brace.
ALTER TABLE evaluation.result ALTER COLUMN explanation TYPE bytea USING convert_to(explanation, 'UTF8');

-- What the numbers of packed explanations mean.
CREATE TABLE evaluation.model_names (
    model_hash text PRIMARY KEY,
    dimensions text[] NOT NULL,
    indicators text[] NOT NULL,
    grades     text[] NOT NULL
);

-- said: id of the grade, or why there is none.
CREATE TABLE evaluation.part_count (
    run_id bigint NOT NULL,
    part   int NOT NULL,
    rated  boolean NOT NULL,
    said   text NOT NULL,
    number int NOT NULL CHECK (number > 0),
    PRIMARY KEY (run_id, part, rated, said),
    FOREIGN KEY (run_id, part) REFERENCES evaluation.part ON DELETE CASCADE
);

-- Of earlier runs only the sums are known: they stand with the first part.
INSERT INTO evaluation.part_count (run_id, part, rated, said, number)
SELECT s.run_id, (SELECT min(p.part) FROM evaluation.part p WHERE p.run_id = s.run_id),
       s.grade IS NOT NULL, coalesce(s.grade, s.why), count(*)
  FROM evaluation.result s GROUP BY 1, 2, 3, 4;

GRANT SELECT, INSERT ON evaluation.model_names, evaluation.part_count TO xinheng_app;
GRANT DELETE ON evaluation.result TO xinheng_app;
