CREATE TABLE staff_intervals (
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    interval_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, user_id, interval_id),
    KEY staff_intervals_by_end (guild_id, ended_at),
    KEY staff_intervals_by_member (guild_id, user_id, ended_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
