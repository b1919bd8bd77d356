CREATE TABLE ranks (
    rank_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    threshold BIGINT NOT NULL,
    badge VARCHAR(60),
    PRIMARY KEY (rank_id),
    UNIQUE KEY ranks_by_position (season_id, position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
