CREATE TABLE ledger_entries (
    entry_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    points INTEGER NOT NULL,
    submission_id INTEGER,
    actor_id INTEGER,
    reason TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (entry_id)
) STRICT;
CREATE INDEX ledger_entries_by_season ON ledger_entries (season_id, entry_id);
CREATE INDEX ledger_entries_by_member ON ledger_entries (season_id, user_id, entry_id);
