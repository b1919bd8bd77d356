CREATE TABLE awards (
    award_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    rank_id BIGINT NOT NULL,
    rank_name VARCHAR(60) NOT NULL,
    prize_id BIGINT NOT NULL,
    role_id BIGINT,
    description VARCHAR(200),
    user_id BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    awarded_at BIGINT NOT NULL,
    delivered_at BIGINT,
    delivered_by BIGINT,
    note VARCHAR(400),
    version BIGINT NOT NULL,
    PRIMARY KEY (award_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
