INSERT INTO guilds (guild_id, number_min, number_max, auto_approve_submissions, time_zone, version, updated_at)
SELECT guild_id, 0, 999, 0, time_zone, 0, updated_at FROM attendance_settings
WHERE time_zone IS NOT NULL AND guild_id NOT IN (SELECT guild_id FROM guilds);
