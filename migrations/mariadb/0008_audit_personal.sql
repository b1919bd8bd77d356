CREATE TABLE audit_personal (
    entry_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    reason VARCHAR(400),
    before_values MEDIUMTEXT NOT NULL,
    after_values MEDIUMTEXT NOT NULL,
    PRIMARY KEY (entry_id),
    KEY audit_personal_by_member (guild_id, user_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
