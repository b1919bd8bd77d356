CREATE INDEX standings_by_place ON standings (season_id, listed, points DESC, reached_id);
