CREATE TABLE owed_roles (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    role_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    owed INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id, role_id, source)
) STRICT, WITHOUT ROWID;
