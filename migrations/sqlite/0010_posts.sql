CREATE TABLE posts (
    guild_id INTEGER NOT NULL,
    post TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    posted_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, post)
) STRICT, WITHOUT ROWID;
