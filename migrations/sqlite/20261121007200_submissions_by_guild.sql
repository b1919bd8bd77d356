CREATE INDEX submissions_by_guild ON submissions (guild_id, submission_id);
