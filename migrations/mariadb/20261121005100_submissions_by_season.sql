CREATE INDEX submissions_by_season ON submissions (season_id, submission_id);
