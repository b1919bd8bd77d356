DROP INDEX effects_by_due ON effects;
