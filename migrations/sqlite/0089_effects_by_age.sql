CREATE INDEX effects_by_age ON effects (state, updated_at);
