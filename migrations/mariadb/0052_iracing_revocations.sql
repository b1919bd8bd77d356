CREATE TABLE iracing_revocations (
    revocation_id BIGINT NOT NULL,
    access_token TEXT NOT NULL,
    access_until BIGINT NOT NULL,
    refresh_token TEXT,
    key_id BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    give_up_at BIGINT NOT NULL,
    PRIMARY KEY (revocation_id),
    KEY iracing_revocations_by_next (next_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
