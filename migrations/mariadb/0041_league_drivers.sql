CREATE TABLE league_drivers (
    guild_id BIGINT NOT NULL,
    source VARCHAR(8) NOT NULL,
    cust_id BIGINT NOT NULL,
    car_number VARCHAR(4),
    value BIGINT,
    name VARCHAR(100),
    PRIMARY KEY (guild_id, source, cust_id),
    KEY league_drivers_by_number (guild_id, source, value, car_number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
