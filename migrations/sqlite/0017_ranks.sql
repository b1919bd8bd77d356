CREATE TABLE ranks (
    rank_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    threshold INTEGER NOT NULL,
    badge TEXT,
    PRIMARY KEY (rank_id)
) STRICT;
CREATE UNIQUE INDEX ranks_by_position ON ranks (season_id, position);
