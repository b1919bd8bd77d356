CREATE INDEX effects_by_subject ON effects (guild_id, subject, state, effect_id);
