CREATE INDEX attendance_records_by_member ON attendance_records (guild_id, user_id, session_id);
