CREATE TABLE award_syncs (
    season_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    generation BIGINT NOT NULL,
    after_user_id BIGINT NOT NULL,
    PRIMARY KEY (season_id, guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
