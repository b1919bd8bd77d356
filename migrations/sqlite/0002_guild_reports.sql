CREATE TABLE guild_reports (
    guild_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    report TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
