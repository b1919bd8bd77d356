CREATE TABLE standings (
    season_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    points BIGINT NOT NULL,
    reached_id BIGINT NOT NULL,
    listed BOOLEAN NOT NULL,
    frozen BOOLEAN NOT NULL,
    joined_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (season_id, user_id),
    KEY standings_by_place (guild_id, season_id, listed, points DESC, reached_id),
    KEY standings_by_join (guild_id, season_id, joined_at, user_id),
    KEY standings_by_member (guild_id, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
