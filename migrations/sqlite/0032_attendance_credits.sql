CREATE TABLE attendance_credits (
    session_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (session_id, user_id, season_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_credits_by_member ON attendance_credits (guild_id, user_id);
