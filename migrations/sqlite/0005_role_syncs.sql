CREATE TABLE role_syncs (
    guild_id INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    after_user_id INTEGER NOT NULL,
    PRIMARY KEY (guild_id)
) STRICT;
