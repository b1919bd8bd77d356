CREATE INDEX effects_by_state ON effects (state, due_at);
