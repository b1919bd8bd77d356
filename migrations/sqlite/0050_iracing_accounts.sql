CREATE TABLE iracing_accounts (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    cust_id INTEGER NOT NULL,
    display_name TEXT,
    connected_at INTEGER NOT NULL,
    ended_at INTEGER,
    access_token TEXT,
    access_until INTEGER NOT NULL,
    refresh_token TEXT,
    refresh_until INTEGER,
    key_id INTEGER NOT NULL,
    refreshing_until INTEGER,
    known_until INTEGER,
    last_synced_at INTEGER,
    last_raced_at INTEGER,
    next_sync_at INTEGER,
    failures INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) STRICT;
CREATE INDEX iracing_accounts_by_next_sync ON iracing_accounts (next_sync_at);
