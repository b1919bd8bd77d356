CREATE TABLE result_rounds (
    guild_id BIGINT NOT NULL,
    subsession_id BIGINT NOT NULL,
    league_season_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    chosen BOOLEAN NOT NULL,
    PRIMARY KEY (guild_id, subsession_id),
    KEY result_rounds_by_number (guild_id, league_season_id, number, subsession_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
