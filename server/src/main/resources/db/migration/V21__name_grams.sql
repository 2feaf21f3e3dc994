-- Names that come by the thousand go to the index of grams through its list of pending entries, which is sorted in at once at the end
-- of each batch: a common gram then costs one entry for all names of the batch instead of one for each. Searches read
-- what is still pending from the list, so it is never left long.
ALTER INDEX organisation.name_grams SET (fastupdate = on, gin_pending_list_limit = 32768);

-- The owner's right: the app role has none.
CREATE FUNCTION organisation.sort_in_names() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog SET work_mem = '128MB' AS $$
BEGIN
    PERFORM gin_clean_pending_list('organisation.name_grams');
END
$$;
GRANT EXECUTE ON FUNCTION organisation.sort_in_names() TO xinheng_app;
