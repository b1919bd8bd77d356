CREATE TABLE league_syncs (
    guild_id INTEGER NOT NULL,
    tried_at INTEGER NOT NULL,
    configuration INTEGER NOT NULL,
    failure TEXT,
    next_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
CREATE INDEX league_syncs_by_time ON league_syncs (next_at);
