CREATE TABLE number_trades (
    trade_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    class_id INTEGER NOT NULL,
    from_user_id INTEGER NOT NULL,
    to_user_id INTEGER NOT NULL,
    gives TEXT NOT NULL,
    wants TEXT,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (trade_id)
) STRICT;
CREATE INDEX number_trades_by_giver ON number_trades (guild_id, from_user_id, trade_id);
CREATE INDEX number_trades_by_taker ON number_trades (guild_id, to_user_id, trade_id);
CREATE INDEX number_trades_by_end ON number_trades (state, expires_at);
