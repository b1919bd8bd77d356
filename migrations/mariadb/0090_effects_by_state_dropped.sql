DROP INDEX effects_by_state ON effects;
