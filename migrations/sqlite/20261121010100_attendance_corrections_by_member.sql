CREATE INDEX attendance_corrections_by_member ON attendance_corrections (guild_id, user_id);
