CREATE INDEX effects_by_guild_and_due ON effects (state, guild_id, due_at, effect_id);
