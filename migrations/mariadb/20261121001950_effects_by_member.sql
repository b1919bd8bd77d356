CREATE INDEX effects_by_member ON effects (guild_id, user_id);
