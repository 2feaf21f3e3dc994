-- Decisions of one month, for statistics: a small index that costs nothing to load, because records come about when they were decided.
CREATE INDEX version_decided ON archive.version USING brin (decided_on) WITH (pages_per_range = 16);
