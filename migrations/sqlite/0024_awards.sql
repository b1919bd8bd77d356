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
CREATE UNIQUE INDEX awards_by_prize ON awards (prize_id, user_id);
CREATE INDEX awards_by_member ON awards (guild_id, user_id, award_id);
CREATE INDEX awards_by_state ON awards (guild_id, state, award_id);
CREATE INDEX awards_by_guild ON awards (guild_id, award_id);
