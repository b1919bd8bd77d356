CREATE TABLE result_rules (
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    league_season_id BIGINT NOT NULL,
    rule TEXT NOT NULL,
    due_at BIGINT,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id, season_id),
    KEY result_rules_by_league_season (guild_id, league_season_id),
    KEY result_rules_by_due (due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
