CREATE TABLE standing_counts (
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    level INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    members INTEGER NOT NULL,
    PRIMARY KEY (season_id, level, bucket)
) STRICT, WITHOUT ROWID;
