CREATE TABLE attendance_rules (
    season_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    present_points INTEGER NOT NULL,
    late_points INTEGER NOT NULL,
    PRIMARY KEY (guild_id, season_id)
) STRICT;
