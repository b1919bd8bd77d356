CREATE TABLE standings (
    season_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    points INTEGER NOT NULL,
    reached_id INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    frozen INTEGER NOT NULL,
    joined_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (season_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX standings_by_place ON standings (guild_id, season_id, listed, points DESC, reached_id);
CREATE INDEX standings_by_join ON standings (guild_id, season_id, joined_at, user_id);
CREATE INDEX standings_by_member ON standings (guild_id, user_id);
