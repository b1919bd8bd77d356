CREATE INDEX league_syncs_by_try ON league_syncs (tried_at);
