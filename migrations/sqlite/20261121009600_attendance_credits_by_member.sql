CREATE INDEX attendance_credits_by_member ON attendance_credits (guild_id, user_id);
