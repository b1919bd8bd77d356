CREATE INDEX standings_by_join ON standings (season_id, joined_at, user_id);
