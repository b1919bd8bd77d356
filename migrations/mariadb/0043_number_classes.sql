CREATE TABLE number_classes (
    class_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    name_key VARCHAR(255) NOT NULL,
    number_min BIGINT NOT NULL,
    number_max BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (class_id),
    UNIQUE KEY number_classes_by_name (guild_id, name_key),
    KEY number_classes_by_guild (guild_id, class_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
