CREATE INDEX audit_entries_by_guild ON audit_entries (guild_id, entry_id);
