CREATE TABLE members (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    display_name TEXT NOT NULL,
    external_id TEXT,
    discord_name TEXT,
    status TEXT NOT NULL,
    status_reason TEXT,
    in_guild INTEGER NOT NULL,
    is_admin INTEGER NOT NULL,
    api_access_since INTEGER,
    registered_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_registration ON members (guild_id, registered_at, user_id);
