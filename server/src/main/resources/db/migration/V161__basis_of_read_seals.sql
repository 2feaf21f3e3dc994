-- What the rules said of such seals when it was made; null for those from before there was a rule.
ALTER TABLE access.read_seal ADD COLUMN allowed_by text CHECK (allowed_by <> '');
