CREATE INDEX attendance_sessions_by_guild ON attendance_sessions (guild_id, session_id);
