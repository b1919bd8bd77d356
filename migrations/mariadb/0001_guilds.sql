CREATE TABLE guilds (
    guild_id BIGINT NOT NULL,
    league_id BIGINT,
    number_min BIGINT NOT NULL,
    number_max BIGINT NOT NULL,
    admin_role_id BIGINT,
    verified_role_id BIGINT,
    announcement_channel_id BIGINT,
    review_channel_id BIGINT,
    admin_channel_id BIGINT,
    attendance_channel_id BIGINT,
    fallback_channel_id BIGINT,
    auto_approve_submissions BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
