CREATE INDEX seasons_by_start ON seasons (guild_id, starts_at, season_id);
