CREATE TABLE audit_entries (
    entry_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor_id INTEGER,
    via TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    before_values TEXT NOT NULL,
    after_values TEXT NOT NULL,
    request_id TEXT,
    PRIMARY KEY (entry_id)
) STRICT;
CREATE INDEX audit_entries_by_guild ON audit_entries (guild_id, entry_id);
CREATE INDEX audit_entries_by_subject ON audit_entries (guild_id, subject, entry_id);
CREATE INDEX audit_entries_by_actor ON audit_entries (guild_id, actor_id, entry_id);
