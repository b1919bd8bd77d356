CREATE TABLE attendance_corrections (
    session_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    PRIMARY KEY (session_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_corrections_by_member ON attendance_corrections (guild_id, user_id);
