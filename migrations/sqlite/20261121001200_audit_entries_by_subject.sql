CREATE INDEX audit_entries_by_subject ON audit_entries (guild_id, subject, entry_id);
