CREATE INDEX attendance_guesses_by_member ON attendance_guesses (guild_id, user_id);
