CREATE INDEX attendance_sessions_by_end ON attendance_sessions (closed_at, closes_at);
