CREATE INDEX effects_by_due ON effects (state, due_at, effect_id);
