CREATE TABLE iracing_sign_ins (
    token_hash TEXT NOT NULL,
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    verifier TEXT,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (token_hash)
) STRICT;
CREATE INDEX iracing_sign_ins_by_member ON iracing_sign_ins (guild_id, user_id, expires_at);
CREATE INDEX iracing_sign_ins_by_expiry ON iracing_sign_ins (expires_at);
