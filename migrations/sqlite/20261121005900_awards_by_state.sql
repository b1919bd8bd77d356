CREATE INDEX awards_by_state ON awards (guild_id, state, award_id);
