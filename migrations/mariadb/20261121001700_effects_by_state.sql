CREATE INDEX effects_by_state ON effects (state, effect_id);
