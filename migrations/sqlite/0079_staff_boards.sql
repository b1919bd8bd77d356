CREATE TABLE staff_boards (
    guild_id INTEGER NOT NULL,
    post TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    digest TEXT,
    looked_at INTEGER,
    PRIMARY KEY (guild_id)
) STRICT;
