-- One signature for all receipts of a commit, with the hashes of their answers in order, 32 bytes each: the proof of a receipt is worked out
-- from them when it is read. Its number is the lowest one of its receipts. See docs/receipts.md.
CREATE TABLE measure.receipt_batch (
    id        bigint PRIMARY KEY,
    key_id    text NOT NULL,
    signature bytea NOT NULL,
    hashes    bytea NOT NULL
);
-- Hashes cannot be compressed, and it is not tried.
ALTER TABLE measure.receipt_batch ALTER COLUMN hashes SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON measure.receipt_batch TO xinheng_app;

-- Batch and place in it, from 0; null for receipts older than the signatures. Receipt and batch come in one statement: no foreign key, whose
-- look at the batch for each receipt would only repeat that.
ALTER TABLE measure.receipt ADD COLUMN batch_id bigint, ADD COLUMN place int, ADD CHECK ((batch_id IS NULL) = (place IS NULL));
