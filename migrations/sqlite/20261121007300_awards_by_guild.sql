CREATE INDEX awards_by_guild ON awards (guild_id, award_id);
