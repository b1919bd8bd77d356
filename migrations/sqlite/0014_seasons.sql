CREATE TABLE seasons (
    season_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    remove_roles_at_end INTEGER NOT NULL,
    participants INTEGER NOT NULL,
    opened_at INTEGER,
    closed_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (season_id)
) STRICT;
CREATE UNIQUE INDEX seasons_by_number ON seasons (guild_id, number);
CREATE INDEX seasons_by_start ON seasons (guild_id, starts_at, season_id);
CREATE INDEX seasons_by_end ON seasons (closed_at, ends_at);
