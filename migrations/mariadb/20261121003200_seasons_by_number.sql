CREATE UNIQUE INDEX seasons_by_number ON seasons (guild_id, number);
