CREATE TABLE standing_counts (
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    level BIGINT NOT NULL,
    bucket BIGINT NOT NULL,
    members BIGINT NOT NULL,
    PRIMARY KEY (season_id, level, bucket)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
