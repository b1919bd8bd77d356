CREATE INDEX league_link_changes_by_fresh ON league_link_changes (fresh, guild_id);
