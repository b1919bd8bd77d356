ALTER TABLE seasons ADD COLUMN name_key VARCHAR(255);
CREATE UNIQUE INDEX seasons_by_name_key ON seasons (guild_id, name_key);
