CREATE INDEX standings_by_member ON standings (guild_id, user_id);
