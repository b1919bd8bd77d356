CREATE TABLE number_claims (
    guild_id BIGINT NOT NULL,
    class_id BIGINT NOT NULL,
    number VARCHAR(4) NOT NULL,
    sort_key BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    claimed_at BIGINT NOT NULL,
    release_at BIGINT,
    version BIGINT NOT NULL,
    PRIMARY KEY (guild_id, class_id, number),
    KEY number_claims_by_order (guild_id, sort_key, class_id),
    KEY number_claims_by_class (guild_id, class_id, sort_key),
    KEY number_claims_by_member (guild_id, user_id, class_id),
    KEY number_claims_by_release (release_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
