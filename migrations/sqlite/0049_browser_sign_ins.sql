CREATE TABLE browser_sign_ins (
    state_hash TEXT NOT NULL,
    browser_hash TEXT NOT NULL,
    verifier TEXT NOT NULL,
    return_to TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (state_hash)
) STRICT;
CREATE INDEX browser_sign_ins_by_end ON browser_sign_ins (expires_at);
