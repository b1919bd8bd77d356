CREATE TABLE imported_points (
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (season_id, source, user_id)
) STRICT, WITHOUT ROWID;
