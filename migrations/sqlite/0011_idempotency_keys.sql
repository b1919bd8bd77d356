CREATE TABLE idempotency_keys (
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    answer TEXT NOT NULL,
    about_user_id INTEGER,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id, user_id, idempotency_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_member ON idempotency_keys (guild_id, about_user_id);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
