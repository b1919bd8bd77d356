CREATE TABLE result_rules (
    guild_id INTEGER NOT NULL,
    season_id INTEGER NOT NULL,
    league_season_id INTEGER NOT NULL,
    rule TEXT NOT NULL,
    due_at INTEGER,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, season_id)
) STRICT;
CREATE INDEX result_rules_by_league_season ON result_rules (guild_id, league_season_id);
CREATE INDEX result_rules_by_due ON result_rules (due_at);
