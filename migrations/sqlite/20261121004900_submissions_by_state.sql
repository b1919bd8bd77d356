CREATE INDEX submissions_by_state ON submissions (guild_id, state, submission_id);
