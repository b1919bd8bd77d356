CREATE INDEX attendance_expected_by_member ON attendance_expected (guild_id, user_id, session_id);
