CREATE INDEX season_items_by_item ON season_items (item_id);
