CREATE TABLE attendance_records (
    session_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    username VARCHAR(100),
    status VARCHAR(16) NOT NULL,
    marked_by BIGINT,
    note VARCHAR(400),
    at BIGINT NOT NULL,
    PRIMARY KEY (session_id, user_id),
    KEY attendance_records_by_member (guild_id, user_id, session_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
