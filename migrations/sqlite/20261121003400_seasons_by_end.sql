CREATE INDEX seasons_by_end ON seasons (closed_at, ends_at);
