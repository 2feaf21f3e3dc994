-- A client that exercises may do nothing else, and one that asks in earnest never gets what is made up.
ALTER TABLE access.client ADD CONSTRAINT client_exercises_or_not
    CHECK (NOT ('CHECK_SANDBOX' = ANY (permissions)) OR (cardinality(permissions) = 1 AND source_id IS NULL));
