CREATE TABLE attendance_expected (
    session_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    PRIMARY KEY (session_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_expected_by_member ON attendance_expected (guild_id, user_id, session_id);
