CREATE TABLE result_attendance (
    guild_id INTEGER NOT NULL,
    subsession_id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    due INTEGER NOT NULL,
    links_version INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, subsession_id)
) STRICT;
CREATE UNIQUE INDEX result_attendance_by_session ON result_attendance (session_id);
CREATE INDEX result_attendance_by_due ON result_attendance (due);
