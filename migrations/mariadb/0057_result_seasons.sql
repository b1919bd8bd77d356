CREATE TABLE result_seasons (
    guild_id BIGINT NOT NULL,
    league_season_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id, league_season_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
