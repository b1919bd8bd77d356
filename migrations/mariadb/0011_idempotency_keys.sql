CREATE TABLE idempotency_keys (
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    idempotency_key VARCHAR(100) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    answer MEDIUMTEXT NOT NULL,
    about_user_id BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, user_id, idempotency_key),
    KEY idempotency_keys_by_member (guild_id, about_user_id),
    KEY idempotency_keys_by_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
