CREATE INDEX submissions_by_season_and_state ON submissions (season_id, state, submission_id);
