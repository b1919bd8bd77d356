CREATE TABLE result_leagues (
    guild_id INTEGER NOT NULL,
    league_id INTEGER,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
