CREATE TABLE role_syncs (
    guild_id BIGINT NOT NULL,
    generation BIGINT NOT NULL,
    after_user_id BIGINT NOT NULL,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
