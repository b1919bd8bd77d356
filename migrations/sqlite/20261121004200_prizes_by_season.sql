CREATE INDEX prizes_by_season ON prizes (season_id, prize_id);
