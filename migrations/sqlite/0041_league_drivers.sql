CREATE TABLE league_drivers (
    guild_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    cust_id INTEGER NOT NULL,
    car_number TEXT,
    value INTEGER,
    name TEXT,
    PRIMARY KEY (guild_id, source, cust_id)
) STRICT;
CREATE INDEX league_drivers_by_number ON league_drivers (guild_id, source, value, car_number);
