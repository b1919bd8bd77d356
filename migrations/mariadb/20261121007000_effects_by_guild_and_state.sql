CREATE INDEX effects_by_guild_and_state ON effects (guild_id, state, effect_id);
