CREATE TABLE season_items (
    guild_id BIGINT NOT NULL,
    season_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    points BIGINT NOT NULL,
    max_quantity BIGINT,
    max_per_day BIGINT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (guild_id, season_id, item_id),
    KEY season_items_by_item (guild_id, item_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
