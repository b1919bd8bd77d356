CREATE TABLE number_reservations (
    reservation_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    class_id BIGINT NOT NULL,
    number VARCHAR(4),
    first_value BIGINT NOT NULL,
    last_value BIGINT NOT NULL,
    user_id BIGINT,
    until_at BIGINT,
    note VARCHAR(400),
    created_by BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (reservation_id),
    KEY number_reservations_by_value (guild_id, class_id, first_value),
    KEY number_reservations_by_member (guild_id, user_id),
    KEY number_reservations_by_end (until_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
