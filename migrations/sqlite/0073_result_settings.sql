CREATE TABLE result_settings (
    guild_id INTEGER NOT NULL,
    raw_days INTEGER,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
