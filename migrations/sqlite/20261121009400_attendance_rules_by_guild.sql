CREATE INDEX attendance_rules_by_guild ON attendance_rules (guild_id, season_id);
