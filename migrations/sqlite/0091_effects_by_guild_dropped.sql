DROP INDEX effects_by_guild;
