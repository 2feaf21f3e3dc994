-- Reviews of the gate's decisions that came to their end: what was brought in line with which rules, and when.
CREATE TABLE archive.gate_review (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_version text NOT NULL,
    reviewed_on  date NOT NULL,
    seen         bigint NOT NULL,
    changed      bigint NOT NULL,
    finished_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT ON archive.gate_review TO xinheng_app;
