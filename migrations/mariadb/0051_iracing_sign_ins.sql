CREATE TABLE iracing_sign_ins (
    token_hash VARCHAR(64) NOT NULL,
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    verifier VARCHAR(128),
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash),
    KEY iracing_sign_ins_by_member (guild_id, user_id, expires_at),
    KEY iracing_sign_ins_by_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
