ALTER TABLE items ADD COLUMN name_key TEXT;
CREATE UNIQUE INDEX items_by_name_key ON items (guild_id, name_key);
