CREATE INDEX standings_by_join ON standings (guild_id, season_id, joined_at, user_id);
