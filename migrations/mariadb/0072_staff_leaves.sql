CREATE TABLE staff_leaves (
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    first_day VARCHAR(10) NOT NULL,
    last_day VARCHAR(10) NOT NULL,
    reason VARCHAR(400),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, user_id, first_day),
    KEY staff_leaves_by_end (guild_id, last_day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
