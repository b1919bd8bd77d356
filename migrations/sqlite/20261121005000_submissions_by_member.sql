CREATE INDEX submissions_by_member ON submissions (guild_id, user_id, submission_id);
