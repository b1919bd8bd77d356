CREATE TABLE guilds (
    guild_id INTEGER NOT NULL,
    league_id INTEGER,
    number_min INTEGER NOT NULL,
    number_max INTEGER NOT NULL,
    admin_role_id INTEGER,
    verified_role_id INTEGER,
    announcement_channel_id INTEGER,
    review_channel_id INTEGER,
    admin_channel_id INTEGER,
    attendance_channel_id INTEGER,
    fallback_channel_id INTEGER,
    auto_approve_submissions INTEGER NOT NULL,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
