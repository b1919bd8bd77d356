CREATE TABLE effects (
    effect_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    subject VARCHAR(100) NOT NULL,
    user_id BIGINT,
    action MEDIUMTEXT NOT NULL,
    state VARCHAR(16) NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    last_error VARCHAR(32),
    last_error_detail VARCHAR(400),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (effect_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
