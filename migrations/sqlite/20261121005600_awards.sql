CREATE TABLE awards (
    award_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    rank_id INTEGER NOT NULL,
    rank_name TEXT NOT NULL,
    prize_id INTEGER NOT NULL,
    role_id INTEGER,
    description TEXT,
    user_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    awarded_at INTEGER NOT NULL,
    delivered_at INTEGER,
    delivered_by INTEGER,
    note TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (award_id)
) STRICT;
