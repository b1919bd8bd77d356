CREATE TABLE staff_leaves (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id, first_day)
) STRICT;
CREATE INDEX staff_leaves_by_end ON staff_leaves (guild_id, last_day);
