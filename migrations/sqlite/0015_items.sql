CREATE TABLE items (
    item_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    submitted INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (item_id)
) STRICT;
CREATE UNIQUE INDEX items_by_name ON items (guild_id, name);
