CREATE TABLE attendance_settings (
    guild_id BIGINT NOT NULL,
    code_interval_seconds BIGINT,
    code_length BIGINT,
    grace_seconds BIGINT,
    late_after_minutes BIGINT,
    time_zone VARCHAR(64),
    show_in_admin_channel BOOLEAN,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
