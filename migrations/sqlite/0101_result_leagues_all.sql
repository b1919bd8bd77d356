INSERT INTO result_leagues (guild_id, version) SELECT guild_id, 0 FROM guilds WHERE league_id IS NOT NULL AND guild_id NOT IN (SELECT guild_id FROM result_leagues);
