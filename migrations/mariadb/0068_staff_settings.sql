CREATE TABLE staff_settings (
    guild_id BIGINT NOT NULL,
    retention_days BIGINT,
    sync_minutes BIGINT,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
