CREATE TABLE iracing_unfinished (
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    subsession_id BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, user_id, subsession_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
