UPDATE league_syncs SET next_at = 253402207200000 WHERE guild_id NOT IN (SELECT guild_id FROM guilds WHERE league_id IS NOT NULL);
