CREATE INDEX attendance_sessions_by_credits ON attendance_sessions (credits_due, session_id);
