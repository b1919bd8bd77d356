CREATE TABLE api_tokens (
    token_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    approved_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER,
    PRIMARY KEY (token_id)
) STRICT;
CREATE INDEX api_tokens_by_member ON api_tokens (guild_id, user_id, token_id);
