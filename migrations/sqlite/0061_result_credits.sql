CREATE TABLE result_credits (
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    points INTEGER NOT NULL,
    rounds TEXT NOT NULL,
    PRIMARY KEY (guild_id, season_id, user_id)
) STRICT;
CREATE INDEX result_credits_by_member ON result_credits (guild_id, user_id);
