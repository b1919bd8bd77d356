CREATE TABLE iracing_unfinished (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    subsession_id INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id, subsession_id)
) STRICT;
