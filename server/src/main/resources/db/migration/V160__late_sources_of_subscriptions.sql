-- The matters in which a source was later than promised when everything was followed last: when they change, every list is looked at.
ALTER TABLE measure.subscription_cursor ADD COLUMN late_matters text NOT NULL DEFAULT '';
