CREATE INDEX audit_entries_by_actor ON audit_entries (guild_id, actor_id, entry_id);
