CREATE TABLE iracing_links (
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    cust_id BIGINT NOT NULL,
    proven BOOLEAN NOT NULL,
    consent BOOLEAN NOT NULL,
    linked_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id, user_id),
    UNIQUE KEY iracing_links_by_account (guild_id, cust_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
