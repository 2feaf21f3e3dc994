-- Signed place of each receipt in its batch; null for receipts older than the signatures. See docs/receipts.md.
ALTER TABLE measure.receipt ADD COLUMN proof text;
