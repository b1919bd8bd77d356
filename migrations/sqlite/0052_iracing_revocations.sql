CREATE TABLE iracing_revocations (
    revocation_id INTEGER NOT NULL,
    access_token TEXT NOT NULL,
    access_until INTEGER NOT NULL,
    refresh_token TEXT,
    key_id INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    give_up_at INTEGER NOT NULL,
    PRIMARY KEY (revocation_id)
) STRICT;
CREATE INDEX iracing_revocations_by_next ON iracing_revocations (next_at);
