CREATE TABLE result_raw_parts (
    guild_id INTEGER NOT NULL,
    subsession_id INTEGER NOT NULL,
    part INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (guild_id, subsession_id, part)
) STRICT;
