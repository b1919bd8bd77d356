CREATE TABLE result_rounds (
    guild_id INTEGER NOT NULL,
    subsession_id INTEGER NOT NULL,
    league_season_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    chosen INTEGER NOT NULL,
    PRIMARY KEY (guild_id, subsession_id)
) STRICT;
CREATE INDEX result_rounds_by_number ON result_rounds (guild_id, league_season_id, number, subsession_id);
