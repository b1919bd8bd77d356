CREATE TABLE number_waits (
    guild_id INTEGER NOT NULL,
    class_id INTEGER NOT NULL,
    number TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    since INTEGER NOT NULL,
    wait_id INTEGER NOT NULL,
    PRIMARY KEY (guild_id, class_id, number, user_id)
) STRICT;
CREATE UNIQUE INDEX number_waits_by_order ON number_waits (guild_id, class_id, number, wait_id);
CREATE INDEX number_waits_by_member ON number_waits (guild_id, user_id);
