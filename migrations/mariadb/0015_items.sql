CREATE TABLE items (
    item_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    description VARCHAR(200),
    submitted BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (item_id),
    UNIQUE KEY items_by_name (guild_id, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
