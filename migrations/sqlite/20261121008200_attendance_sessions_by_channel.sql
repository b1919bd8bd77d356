CREATE UNIQUE INDEX attendance_sessions_by_channel ON attendance_sessions (guild_id, open_channel_id);
