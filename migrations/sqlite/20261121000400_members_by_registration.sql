CREATE INDEX members_by_registration ON members (guild_id, registered_at, user_id);
