CREATE TABLE guild_reports (
    guild_id BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    report MEDIUMTEXT NOT NULL,
    reported_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
