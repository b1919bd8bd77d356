CREATE TABLE bot_heartbeats (
    bot VARCHAR(16) NOT NULL,
    version VARCHAR(40) NOT NULL,
    shards BIGINT NOT NULL,
    connected_shards BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (bot)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
