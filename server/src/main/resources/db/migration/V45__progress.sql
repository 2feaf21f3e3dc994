-- How many rows a loaded slice has answered, so that those who wait see how far a delivery is.
ALTER TABLE intake.loaded_part ADD COLUMN rows int NOT NULL DEFAULT 0;
