DROP INDEX submissions_by_guild ON submissions;
