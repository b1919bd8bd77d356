CREATE INDEX awards_by_member ON awards (guild_id, user_id, award_id);
