CREATE TABLE result_raw (
    guild_id BIGINT NOT NULL,
    subsession_id BIGINT NOT NULL,
    source VARCHAR(8) NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, subsession_id),
    KEY result_raw_by_time (guild_id, kept_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
