CREATE INDEX effects_by_guild ON effects (guild_id, effect_id);
