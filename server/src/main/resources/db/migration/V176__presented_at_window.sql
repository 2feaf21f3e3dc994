-- What an organisation showed at the service window when a case was opened for it: kind and number of the paper, never who carried it.
ALTER TABLE casework.case_file
    ADD COLUMN presented text CHECK (presented IN ('LICENCE', 'AUTHORISATION')),
    ADD COLUMN presented_number text CHECK (presented_number <> ''),
    ADD CONSTRAINT presented_whole CHECK ((presented IS NULL) = (presented_number IS NULL));
