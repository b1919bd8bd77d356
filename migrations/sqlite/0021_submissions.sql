CREATE TABLE submissions (
    submission_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    points_each INTEGER NOT NULL,
    state TEXT NOT NULL,
    proof_url TEXT,
    note TEXT,
    submitted_by INTEGER NOT NULL,
    submitted_at INTEGER NOT NULL,
    decided_by INTEGER,
    decided_at INTEGER,
    reason TEXT,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (submission_id)
) STRICT;
CREATE INDEX submissions_by_state ON submissions (guild_id, state, submission_id);
CREATE INDEX submissions_by_member ON submissions (guild_id, user_id, submission_id);
CREATE INDEX submissions_by_season ON submissions (season_id, submission_id);
CREATE INDEX submissions_by_season_and_state ON submissions (season_id, state, submission_id);
CREATE INDEX submissions_by_guild ON submissions (guild_id, submission_id);
