CREATE TABLE bot_watches (
    watch_id BIGINT NOT NULL,
    running VARCHAR(16),
    started_at BIGINT NOT NULL,
    alive_at BIGINT NOT NULL,
    PRIMARY KEY (watch_id),
    UNIQUE KEY bot_watches_running (running)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
