CREATE TABLE result_seasons (
    guild_id INTEGER NOT NULL,
    league_season_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, league_season_id)
) STRICT;
