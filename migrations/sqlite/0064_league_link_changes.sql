CREATE TABLE league_link_changes (
    guild_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
