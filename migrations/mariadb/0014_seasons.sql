CREATE TABLE seasons (
    season_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    remove_roles_at_end BOOLEAN NOT NULL,
    participants BIGINT NOT NULL,
    opened_at BIGINT,
    closed_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (season_id),
    UNIQUE KEY seasons_by_number (guild_id, number),
    KEY seasons_by_start (guild_id, starts_at, season_id),
    KEY seasons_by_end (closed_at, ends_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
