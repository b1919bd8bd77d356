INSERT INTO league_syncs (guild_id, tried_at, configuration, next_at) SELECT guild_id, 0, 0, 0 FROM guilds WHERE league_id IS NOT NULL AND guild_id NOT IN (SELECT guild_id FROM league_syncs);
