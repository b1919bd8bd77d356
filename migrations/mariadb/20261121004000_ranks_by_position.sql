CREATE UNIQUE INDEX ranks_by_position ON ranks (season_id, position);
