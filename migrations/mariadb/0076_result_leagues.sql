CREATE TABLE result_leagues (
    guild_id BIGINT NOT NULL,
    league_id BIGINT,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
