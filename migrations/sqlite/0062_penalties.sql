CREATE TABLE penalties (
    penalty_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    points INTEGER NOT NULL,
    round INTEGER,
    reason TEXT NOT NULL,
    imposed_at INTEGER NOT NULL,
    PRIMARY KEY (penalty_id)
) STRICT;
CREATE INDEX penalties_by_season ON penalties (guild_id, season_id, penalty_id);
CREATE INDEX penalties_by_member ON penalties (guild_id, user_id);
