CREATE TABLE league_syncs (
    guild_id BIGINT NOT NULL,
    tried_at BIGINT NOT NULL,
    configuration BIGINT NOT NULL,
    failure VARCHAR(32),
    next_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id),
    KEY league_syncs_by_time (next_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
