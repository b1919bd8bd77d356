CREATE TABLE result_raw_parts (
    guild_id BIGINT NOT NULL,
    subsession_id BIGINT NOT NULL,
    part BIGINT NOT NULL,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (guild_id, subsession_id, part)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
