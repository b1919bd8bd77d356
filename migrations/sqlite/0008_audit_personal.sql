CREATE TABLE audit_personal (
    entry_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    reason TEXT,
    before_values TEXT NOT NULL,
    after_values TEXT NOT NULL,
    PRIMARY KEY (entry_id)
) STRICT;
CREATE INDEX audit_personal_by_member ON audit_personal (guild_id, user_id);
