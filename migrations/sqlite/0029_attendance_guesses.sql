CREATE TABLE attendance_guesses (
    session_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    minute INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (session_id, user_id, minute)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_guesses_by_member ON attendance_guesses (guild_id, user_id);
