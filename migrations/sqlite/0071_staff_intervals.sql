CREATE TABLE staff_intervals (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    interval_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id, interval_id)
) STRICT;
CREATE INDEX staff_intervals_by_end ON staff_intervals (guild_id, ended_at);
CREATE INDEX staff_intervals_by_member ON staff_intervals (guild_id, user_id, ended_at);
