CREATE TABLE season_items (
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    points INTEGER NOT NULL,
    max_quantity INTEGER,
    max_per_day INTEGER,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, season_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX season_items_by_item ON season_items (guild_id, item_id);
