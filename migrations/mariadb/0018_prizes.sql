CREATE TABLE prizes (
    prize_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    rank_id BIGINT NOT NULL,
    role_id BIGINT,
    description VARCHAR(200),
    PRIMARY KEY (prize_id),
    KEY prizes_by_season (season_id, prize_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
