CREATE TABLE posts (
    guild_id BIGINT NOT NULL,
    post VARCHAR(64) NOT NULL,
    channel_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    posted_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, post)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
