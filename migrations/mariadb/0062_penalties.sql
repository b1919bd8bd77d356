CREATE TABLE penalties (
    penalty_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    points BIGINT NOT NULL,
    round BIGINT,
    reason VARCHAR(400) NOT NULL,
    imposed_at BIGINT NOT NULL,
    PRIMARY KEY (penalty_id),
    KEY penalties_by_season (guild_id, season_id, penalty_id),
    KEY penalties_by_member (guild_id, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
