//! Trades.

use crate::db::{Database, Error, Source, Transaction, names, record, save, select};
use crate::numbers::model::ClassKey;
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::numbers::{NumberTrade, TradeState};
use paddock_api_types::{GuildId, NumberTradeId, UserId};

const LOOKUP: &str = select!(
    Stored,
    "WHERE number_trades.trade_id = ? AND number_trades.guild_id = ? \
     AND (number_trades.from_user_id = ? OR number_trades.to_user_id = ?)"
);
// Two halves, each of them in the order of an index.
const BY_MEMBER: &str = select!(
    Stored,
    "WHERE number_trades.guild_id = ? AND number_trades.from_user_id = ? \
     AND number_trades.trade_id < ? ORDER BY number_trades.trade_id DESC LIMIT ?"
);
const TO_MEMBER: &str = select!(
    Stored,
    "WHERE number_trades.guild_id = ? AND number_trades.to_user_id = ? \
     AND number_trades.trade_id < ? ORDER BY number_trades.trade_id DESC LIMIT ?"
);
const COUNT_OPEN: &str = "SELECT COUNT(*) FROM number_trades \
     WHERE guild_id = ? AND from_user_id = ? AND state = 'open' AND expires_at > ?";
const DUE: &str = "SELECT guild_id, trade_id, to_user_id FROM number_trades \
     WHERE state = 'open' AND expires_at <= ? ORDER BY expires_at, trade_id LIMIT 100";
const PURGE: &str = "DELETE FROM number_trades \
     WHERE state IN ('accepted', 'declined', 'cancelled', 'expired') AND expires_at <= ?";
const ERASE: &str =
    "DELETE FROM number_trades WHERE guild_id = ? AND (from_user_id = ? OR to_user_id = ?)";

names!(TradeState);

/// A trade as stored.
pub(crate) struct Stored {
    pub(crate) trade: NumberTrade,
    version: i64,
}

record! { NumberTrade from number_trades {
    id: trade_id, class_id: "NULLIF(number_trades.class_id, 0)", class_name: "number_classes.name", from_user_id, to_user_id, gives, wants, state,
    created_at, expires_at,
} }
record! { Stored from number_trades { trade: (NumberTrade), version }
    "LEFT JOIN number_classes ON number_classes.class_id = number_trades.class_id \
         AND number_classes.guild_id = number_trades.guild_id"
}

impl Stored {
    pub(crate) fn class(&self) -> ClassKey {
        ClassKey::of(self.trade.class_id)
    }
}

/// An offer to or by a member.
pub(crate) async fn lookup<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    id: NumberTradeId,
    user: UserId,
) -> Result<Option<Stored>, Error> {
    let values = (id, guild, user, user);
    from.query(LOOKUP, values).optional().await
}

/// Offers to and by a member, newest first.
pub(crate) async fn of_member(
    db: &Database,
    guild: GuildId,
    user: UserId,
    page: PageRequest<1>,
) -> Result<Vec<NumberTrade>, Error> {
    let mut trades = Vec::new();
    for sql in [BY_MEMBER, TO_MEMBER] {
        let values = (guild, user, page.before_id(), page.rows());
        let rows: Vec<Stored> = db.query(sql, values).all().await?;
        trades.extend(rows.into_iter().map(|row| row.trade));
    }
    trades.sort_by_key(|trade| std::cmp::Reverse(trade.id));
    let rows = usize::try_from(page.rows()).expect("a page is small");
    trades.truncate(rows);
    Ok(trades)
}

/// How many offers of a member are open.
pub(crate) async fn count_open(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
    at: Timestamp,
) -> Result<i64, Error> {
    tx.query(COUNT_OPEN, (guild, user, at)).scalar().await
}

/// A new offer. Fails with `Conflict` if another transaction took the id.
pub(crate) async fn insert(
    tx: &mut Transaction,
    guild: GuildId,
    trade: &NumberTrade,
) -> Result<(), Error> {
    write(tx, guild, trade, None).await
}

/// Writes what became of an offer that was read in the same transaction; fails with `Conflict` if
/// another one decided it.
pub(crate) async fn update(
    tx: &mut Transaction,
    guild: GuildId,
    stored: &Stored,
) -> Result<(), Error> {
    write(tx, guild, &stored.trade, Some(stored.version)).await
}

async fn write(
    tx: &mut Transaction,
    guild: GuildId,
    trade: &NumberTrade,
    version: Option<i64>,
) -> Result<(), Error> {
    save!(
        tx,
        version,
        number_trades { state: trade.state },
        key {
            trade_id: trade.id,
            guild_id: guild
        },
        once {
            class_id: ClassKey::of(trade.class_id),
            from_user_id: trade.from_user_id,
            to_user_id: trade.to_user_id,
            gives: trade.gives,
            wants: trade.wants,
            created_at: trade.created_at,
            expires_at: trade.expires_at,
        }
    )
}

/// Offers of every guild that nobody decided in time, with the other side.
pub(crate) async fn due(
    db: &Database,
    at: Timestamp,
) -> Result<Vec<(GuildId, NumberTradeId, UserId)>, Error> {
    db.query(DUE, (at,)).all().await
}

/// Deletes offers that ended long ago.
pub(crate) async fn purge(db: &Database, before: Timestamp) -> Result<(), Error> {
    db.write(PURGE, (before,)).done().await
}

/// Deletes every offer to or by a member.
pub(crate) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    let values = (guild, user, user);
    tx.query(ERASE, values).done().await
}
