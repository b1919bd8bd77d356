CREATE TABLE league_rosters (
    guild_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    drivers INTEGER NOT NULL,
    numbered INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, source)
) STRICT;
