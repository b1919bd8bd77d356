CREATE TABLE result_sessions (
    guild_id BIGINT NOT NULL,
    subsession_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    kind BIGINT,
    name VARCHAR(100),
    PRIMARY KEY (guild_id, subsession_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
