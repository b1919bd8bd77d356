CREATE TABLE attendance_settings (
    guild_id INTEGER NOT NULL,
    code_interval_seconds INTEGER,
    code_length INTEGER,
    grace_seconds INTEGER,
    late_after_minutes INTEGER,
    time_zone TEXT,
    show_in_admin_channel INTEGER,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
