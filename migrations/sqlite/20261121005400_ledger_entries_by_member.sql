CREATE INDEX ledger_entries_by_member ON ledger_entries (season_id, user_id, entry_id);
