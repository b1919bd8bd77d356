CREATE TABLE attendance_guesses (
    session_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    minute BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    wrong BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (session_id, user_id, minute),
    KEY attendance_guesses_by_member (guild_id, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
