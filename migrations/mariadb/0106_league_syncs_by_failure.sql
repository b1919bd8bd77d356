CREATE INDEX league_syncs_by_failure ON league_syncs (failure, configuration, tried_at);
