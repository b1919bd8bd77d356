ALTER TABLE items ADD COLUMN name_key VARCHAR(255);
CREATE UNIQUE INDEX items_by_name_key ON items (guild_id, name_key);
