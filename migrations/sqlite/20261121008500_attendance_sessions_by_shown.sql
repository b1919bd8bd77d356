CREATE INDEX attendance_sessions_by_shown ON attendance_sessions (shown, session_id);
