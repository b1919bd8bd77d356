CREATE TABLE attendance_credits (
    session_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    points BIGINT NOT NULL,
    PRIMARY KEY (session_id, user_id, season_id),
    KEY attendance_credits_by_member (guild_id, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
