CREATE TABLE unscreened_members (
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    reported_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
