CREATE TABLE audit_entries (
    entry_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor_id BIGINT,
    via VARCHAR(16) NOT NULL,
    action VARCHAR(60) NOT NULL,
    subject VARCHAR(100) NOT NULL,
    before_values MEDIUMTEXT NOT NULL,
    after_values MEDIUMTEXT NOT NULL,
    request_id VARCHAR(64),
    PRIMARY KEY (entry_id),
    KEY audit_entries_by_guild (guild_id, entry_id),
    KEY audit_entries_by_subject (guild_id, subject, entry_id),
    KEY audit_entries_by_actor (guild_id, actor_id, entry_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
