CREATE TABLE iracing_links (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    cust_id INTEGER NOT NULL,
    proven INTEGER NOT NULL,
    consent INTEGER NOT NULL,
    linked_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id)
) STRICT;
CREATE UNIQUE INDEX iracing_links_by_account ON iracing_links (guild_id, cust_id);
