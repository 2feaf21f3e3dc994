-- Receipts of checks are kept by one statement that looks at the positions, keeps what still stands and logs the reads: one way to the
-- database and back, one commit. What other modules own is reached by their functions, never by their tables.

CREATE FUNCTION archive.last_position() RETURNS bigint LANGUAGE sql STABLE AS
    $$ SELECT coalesce(max(position), 0) FROM archive.act $$;
GRANT EXECUTE ON FUNCTION archive.last_position() TO xinheng_app;

CREATE FUNCTION organisation.last_position() RETURNS bigint LANGUAGE sql STABLE AS
    $$ SELECT coalesce(max(number), 0) FROM organisation.position $$;
GRANT EXECUTE ON FUNCTION organisation.last_position() TO xinheng_app;

-- Many reads of one thing, an element of each array a read; null arrays log nothing.
CREATE FUNCTION access.log_reads(what text, read_at timestamptz[], actor text[], actor_kind text[], source_id text[],
                                 organisation_id bigint[], purpose text[]) RETURNS void LANGUAGE sql VOLATILE AS $$
    INSERT INTO access.read_log (read_at, actor, actor_kind, source_id, what, organisation_id, purpose)
    SELECT r.read_at, r.actor, r.actor_kind, r.source_id, log_reads.what, r.organisation_id, r.purpose
      FROM unnest(log_reads.read_at, log_reads.actor, log_reads.actor_kind, log_reads.source_id, log_reads.organisation_id,
                  log_reads.purpose) AS r(read_at, actor, actor_kind, source_id, organisation_id, purpose)
$$;
GRANT EXECUTE ON FUNCTION access.log_reads(text, timestamptz[], text[], text[], text[], bigint[], text[]) TO xinheng_app;
