CREATE TABLE number_claims (
    guild_id INTEGER NOT NULL,
    class_id INTEGER NOT NULL,
    number TEXT NOT NULL,
    sort_key INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    claimed_at INTEGER NOT NULL,
    release_at INTEGER,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, class_id, number)
) STRICT;
CREATE INDEX number_claims_by_order ON number_claims (guild_id, sort_key, class_id);
CREATE INDEX number_claims_by_class ON number_claims (guild_id, class_id, sort_key);
CREATE INDEX number_claims_by_member ON number_claims (guild_id, user_id, class_id);
CREATE INDEX number_claims_by_release ON number_claims (release_at);
