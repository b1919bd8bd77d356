CREATE TABLE prizes (
    prize_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    rank_id INTEGER NOT NULL,
    role_id INTEGER,
    description TEXT,
    PRIMARY KEY (prize_id)
) STRICT;
CREATE INDEX prizes_by_season ON prizes (season_id, prize_id);
