CREATE TABLE attendance_sessions (
    session_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    title TEXT,
    channel_id INTEGER NOT NULL,
    display_channel_id INTEGER NOT NULL,
    open_channel_id INTEGER,
    role_id INTEGER,
    voice_channel_id INTEGER,
    secret TEXT NOT NULL,
    code_length INTEGER NOT NULL,
    interval_seconds INTEGER NOT NULL,
    interval_from INTEGER NOT NULL,
    former_seconds INTEGER,
    former_from INTEGER,
    grace_seconds INTEGER NOT NULL,
    late_after_minutes INTEGER,
    opened_by INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    closes_at INTEGER,
    closed_at INTEGER,
    closed_by INTEGER,
    display_message_id INTEGER,
    shown INTEGER NOT NULL,
    credits_due INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (session_id)
) STRICT;
CREATE UNIQUE INDEX attendance_sessions_by_channel ON attendance_sessions (guild_id, open_channel_id);
CREATE INDEX attendance_sessions_by_guild ON attendance_sessions (guild_id, session_id);
CREATE INDEX attendance_sessions_by_end ON attendance_sessions (closed_at, closes_at);
CREATE INDEX attendance_sessions_by_shown ON attendance_sessions (shown, session_id);
CREATE INDEX attendance_sessions_by_credits ON attendance_sessions (credits_due, session_id);
