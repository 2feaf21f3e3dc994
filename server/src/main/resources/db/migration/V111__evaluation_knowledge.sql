-- A run knows archive and register at one position of each, from its first part to its last, also when it is broken off and goes on
-- later. Null for runs of earlier releases.
ALTER TABLE evaluation.run
    ADD COLUMN known_at    bigint,
    ADD COLUMN register_at bigint,
    ADD CHECK ((known_at IS NULL) = (register_at IS NULL));
