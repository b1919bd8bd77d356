CREATE INDEX ledger_entries_by_season ON ledger_entries (season_id, entry_id);
