CREATE TABLE league_link_changes (
    guild_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
