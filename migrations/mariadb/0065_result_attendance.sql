CREATE TABLE result_attendance (
    guild_id BIGINT NOT NULL,
    subsession_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL,
    due BOOLEAN NOT NULL,
    links_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id, subsession_id),
    UNIQUE KEY result_attendance_by_session (session_id),
    KEY result_attendance_by_due (due)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
