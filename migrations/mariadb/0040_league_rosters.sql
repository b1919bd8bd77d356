CREATE TABLE league_rosters (
    guild_id BIGINT NOT NULL,
    source VARCHAR(8) NOT NULL,
    taken_at BIGINT NOT NULL,
    drivers BIGINT NOT NULL,
    numbered BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id, source)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
