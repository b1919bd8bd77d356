CREATE INDEX result_leagues_by_stale ON result_leagues (stale, guild_id);
