CREATE UNIQUE INDEX items_by_name ON items (guild_id, name);
