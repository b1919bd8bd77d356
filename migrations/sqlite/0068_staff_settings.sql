CREATE TABLE staff_settings (
    guild_id INTEGER NOT NULL,
    retention_days INTEGER,
    sync_minutes INTEGER,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
