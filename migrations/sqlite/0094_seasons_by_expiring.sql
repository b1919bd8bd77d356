CREATE INDEX seasons_by_expiring ON seasons (expiring, season_id);
