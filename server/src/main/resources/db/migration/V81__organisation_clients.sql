-- A program of an organisation: bound to its code as an account is, and to no department.
ALTER TABLE access.client
    ADD COLUMN organisation_code text,
    ADD CONSTRAINT client_of_one_side CHECK (organisation_code IS NULL OR source_id IS NULL);
GRANT UPDATE (organisation_code) ON access.client TO xinheng_app;
