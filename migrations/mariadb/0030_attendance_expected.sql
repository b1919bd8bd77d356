CREATE TABLE attendance_expected (
    session_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    PRIMARY KEY (session_id, user_id),
    KEY attendance_expected_by_member (guild_id, user_id, session_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
