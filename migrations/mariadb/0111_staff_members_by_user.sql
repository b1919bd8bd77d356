CREATE INDEX staff_members_by_user ON staff_members (user_id, guild_id);
