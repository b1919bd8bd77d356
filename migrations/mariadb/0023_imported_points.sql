CREATE TABLE imported_points (
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    source VARCHAR(40) NOT NULL,
    user_id BIGINT NOT NULL,
    entry_id BIGINT NOT NULL,
    PRIMARY KEY (season_id, source, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
