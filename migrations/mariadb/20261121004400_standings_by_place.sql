CREATE INDEX standings_by_place ON standings (guild_id, season_id, listed, points DESC, reached_id);
