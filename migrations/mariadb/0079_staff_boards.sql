CREATE TABLE staff_boards (
    guild_id BIGINT NOT NULL,
    post VARCHAR(64) NOT NULL,
    channel_id BIGINT NOT NULL,
    digest VARCHAR(64),
    looked_at BIGINT,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
