CREATE TABLE members (
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    display_name VARCHAR(60) NOT NULL,
    external_id VARCHAR(60),
    discord_name VARCHAR(100),
    status VARCHAR(16) NOT NULL,
    status_reason VARCHAR(400),
    in_guild BOOLEAN NOT NULL,
    is_admin BOOLEAN NOT NULL,
    api_access_since BIGINT,
    registered_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id, user_id),
    KEY members_by_registration (guild_id, registered_at, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
