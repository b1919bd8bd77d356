CREATE TABLE number_reservations (
    reservation_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    class_id INTEGER NOT NULL,
    number TEXT,
    first_value INTEGER NOT NULL,
    last_value INTEGER NOT NULL,
    user_id INTEGER,
    until_at INTEGER,
    note TEXT,
    created_by INTEGER,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (reservation_id)
) STRICT;
CREATE INDEX number_reservations_by_value ON number_reservations (guild_id, class_id, first_value);
CREATE INDEX number_reservations_by_member ON number_reservations (guild_id, user_id);
CREATE INDEX number_reservations_by_end ON number_reservations (until_at);
