CREATE TABLE staff_members (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    display_name TEXT,
    title TEXT,
    rank_order INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    on_duty_since INTEGER,
    added_at INTEGER NOT NULL,
    status TEXT,
    status_since INTEGER,
    observed_at INTEGER,
    confirmed_at INTEGER,
    last_seen_at INTEGER,
    watch_id INTEGER,
    presence TEXT,
    seq INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) STRICT;
CREATE INDEX staff_members_by_watch ON staff_members (watch_id);
CREATE INDEX staff_members_by_duty ON staff_members (on_duty_since);
