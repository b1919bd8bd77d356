ALTER TABLE items ADD COLUMN external_id TEXT;
