CREATE INDEX seasons_by_opening ON seasons (opened_at, closed_at, starts_at);
