-- A delivery that another body made in the source's place (代报): who, and under which mandate of the pack.
ALTER TABLE intake.delivery
    ADD COLUMN delivered_by text,
    ADD COLUMN mandate      text,
    ADD CHECK ((delivered_by IS NULL) = (mandate IS NULL));
CREATE INDEX delivery_on_mandate ON intake.delivery (delivered_by, id) WHERE delivered_by IS NOT NULL;
