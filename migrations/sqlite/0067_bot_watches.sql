CREATE TABLE bot_watches (
    watch_id INTEGER NOT NULL,
    running TEXT,
    started_at INTEGER NOT NULL,
    alive_at INTEGER NOT NULL,
    PRIMARY KEY (watch_id)
) STRICT;
CREATE UNIQUE INDEX bot_watches_running ON bot_watches (running);
