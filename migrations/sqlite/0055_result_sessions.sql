CREATE TABLE result_sessions (
    guild_id INTEGER NOT NULL,
    subsession_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind INTEGER,
    name TEXT,
    PRIMARY KEY (guild_id, subsession_id, number)
) STRICT;
