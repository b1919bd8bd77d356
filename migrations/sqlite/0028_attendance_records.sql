CREATE TABLE attendance_records (
    session_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    username TEXT,
    status TEXT NOT NULL,
    marked_by INTEGER,
    note TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (session_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_records_by_member ON attendance_records (guild_id, user_id, session_id);
