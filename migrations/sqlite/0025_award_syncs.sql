CREATE TABLE award_syncs (
    season_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    after_user_id INTEGER NOT NULL,
    PRIMARY KEY (season_id, guild_id)
) STRICT;
