UPDATE guilds SET time_zone =
    (SELECT s.time_zone FROM attendance_settings s WHERE s.guild_id = guilds.guild_id)
WHERE guild_id IN (SELECT guild_id FROM attendance_settings WHERE time_zone IS NOT NULL);
