CREATE TABLE attendance_rules (
    season_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    present_points BIGINT NOT NULL,
    late_points BIGINT NOT NULL,
    PRIMARY KEY (guild_id, season_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
