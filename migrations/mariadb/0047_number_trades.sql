CREATE TABLE number_trades (
    trade_id BIGINT NOT NULL,
    guild_id BIGINT NOT NULL,
    class_id BIGINT NOT NULL,
    from_user_id BIGINT NOT NULL,
    to_user_id BIGINT NOT NULL,
    gives VARCHAR(4) NOT NULL,
    wants VARCHAR(4),
    state VARCHAR(16) NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (trade_id),
    KEY number_trades_by_giver (guild_id, from_user_id, trade_id),
    KEY number_trades_by_taker (guild_id, to_user_id, trade_id),
    KEY number_trades_by_end (state, expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;
