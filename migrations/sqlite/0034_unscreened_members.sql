CREATE TABLE unscreened_members (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    reported_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) STRICT, WITHOUT ROWID;
