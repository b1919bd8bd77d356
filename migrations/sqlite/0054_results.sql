CREATE TABLE results (
    guild_id INTEGER NOT NULL,
    subsession_id INTEGER NOT NULL,
    session_id INTEGER,
    private_session_id INTEGER,
    session_name TEXT,
    series_name TEXT,
    league_id INTEGER,
    league_name TEXT,
    league_season_id INTEGER,
    league_season_name TEXT,
    official INTEGER NOT NULL,
    driver_changes INTEGER NOT NULL,
    track_id INTEGER,
    track_name TEXT,
    track_config TEXT,
    started_at INTEGER,
    ended_at INTEGER,
    raced_at INTEGER NOT NULL,
    source TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    imported_by INTEGER,
    final INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (guild_id, subsession_id)
) STRICT;
CREATE INDEX results_by_time ON results (guild_id, raced_at, subsession_id);
CREATE INDEX results_by_season ON results (guild_id, league_season_id);
