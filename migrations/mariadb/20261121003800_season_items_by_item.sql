CREATE INDEX season_items_by_item ON season_items (guild_id, item_id);
