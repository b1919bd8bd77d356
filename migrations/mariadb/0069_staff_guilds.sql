CREATE TABLE staff_guilds (
    guild_id BIGINT NOT NULL,
    roster_version BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    synced_at BIGINT,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
