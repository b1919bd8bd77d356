CREATE TABLE bot_heartbeats (
    bot TEXT NOT NULL,
    version TEXT NOT NULL,
    shards INTEGER NOT NULL,
    connected_shards INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (bot)
) STRICT;
