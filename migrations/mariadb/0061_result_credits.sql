CREATE TABLE result_credits (
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    points BIGINT NOT NULL,
    rounds TEXT NOT NULL,
    PRIMARY KEY (guild_id, season_id, user_id),
    KEY result_credits_by_member (guild_id, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
