CREATE TABLE ledger_entries (
    entry_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    points BIGINT NOT NULL,
    submission_id BIGINT,
    actor_id BIGINT,
    reason VARCHAR(400),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (entry_id),
    KEY ledger_entries_by_season (season_id, entry_id),
    KEY ledger_entries_by_member (season_id, user_id, entry_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
