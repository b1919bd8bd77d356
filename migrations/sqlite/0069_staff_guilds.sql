CREATE TABLE staff_guilds (
    guild_id INTEGER NOT NULL,
    roster_version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    synced_at INTEGER,
    PRIMARY KEY (guild_id)
) STRICT;
