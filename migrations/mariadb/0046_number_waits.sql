CREATE TABLE number_waits (
    guild_id BIGINT NOT NULL,
    class_id BIGINT NOT NULL,
    number VARCHAR(4) NOT NULL,
    user_id BIGINT NOT NULL,
    since BIGINT NOT NULL,
    wait_id BIGINT NOT NULL,
    PRIMARY KEY (guild_id, class_id, number, user_id),
    UNIQUE KEY number_waits_by_order (guild_id, class_id, number, wait_id),
    KEY number_waits_by_member (guild_id, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
