CREATE TABLE browser_sessions (
    token_hash VARCHAR(43) NOT NULL,
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash),
    KEY browser_sessions_by_member (user_id, guild_id, created_at),
    KEY browser_sessions_by_end (expires_at),
    KEY browser_sessions_by_use (used_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
