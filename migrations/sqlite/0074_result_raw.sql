CREATE TABLE result_raw (
    guild_id INTEGER NOT NULL,
    subsession_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, subsession_id)
) STRICT;
CREATE INDEX result_raw_by_time ON result_raw (guild_id, kept_at);
