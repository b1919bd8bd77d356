CREATE UNIQUE INDEX awards_by_prize ON awards (prize_id, user_id);
