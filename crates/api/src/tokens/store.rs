//! Statements of tokens.

use super::model::Token;
use crate::db::{
    Database, Error, Selected as _, Source, Transaction, insert, record, select, sql, update,
};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::{GuildId, TokenId, UserId};

const LOOKUP: &str = sql!(
    "SELECT ",
    Token::COLUMNS,
    ", asked.n FROM (SELECT 0 AS n, ? AS token_id, ? AS guild_id) AS asked JOIN api_tokens \
     ON api_tokens.token_id = asked.token_id AND api_tokens.guild_id = asked.guild_id"
);
const LIST: &str = select!(
    Token,
    "WHERE guild_id = ? AND user_id = ? AND token_id < ? ORDER BY token_id DESC LIMIT ?"
);
const ALL: &str = select!(
    Token,
    "WHERE guild_id = ? AND user_id = ? ORDER BY token_id DESC"
);
const REVOKE: &str = "UPDATE api_tokens SET revoked_at = ? \
     WHERE token_id = ? AND guild_id = ? AND user_id = ? AND revoked_at IS NULL";
// One whose approval ended is dead for good, however much later it would expire. When that was is not
// known, so it stays at least as long after it was made. None is dead for long that was not made earlier.
const PURGE: &str = "DELETE FROM api_tokens WHERE created_at < ? \
     AND (revoked_at < ? OR expires_at < ? OR NOT EXISTS (SELECT 1 FROM members \
         WHERE members.guild_id = api_tokens.guild_id AND members.user_id = api_tokens.user_id \
         AND members.api_access_since = api_tokens.approved_at))";
const ERASE: &str = "DELETE FROM api_tokens WHERE guild_id = ? AND user_id = ?";

record! { Token from api_tokens {
    id: token_id, guild_id, user_id, name, approved_at, created_at, expires_at, last_used_at,
    revoked_at,
} }

pub(super) async fn insert(tx: &mut Transaction, token: &Token) -> Result<(), Error> {
    let row = insert!(api_tokens {
        token_id: token.id,
        guild_id: token.guild_id,
        user_id: token.user_id,
        name: token.name,
        approved_at: token.approved_at,
        created_at: token.created_at,
        expires_at: token.expires_at,
    });
    tx.create(row).await
}

pub(super) async fn lookup(
    db: &Database,
    guild: GuildId,
    id: TokenId,
) -> Result<Option<Token>, Error> {
    db.ask(LOOKUP, (id, guild)).optional().await
}

/// A member's tokens, newest first.
pub(super) async fn list(
    db: &Database,
    guild: GuildId,
    user: UserId,
    page: PageRequest<1>,
) -> Result<Vec<Token>, Error> {
    let values = (guild, user, page.before_id(), page.rows());
    db.query(LIST, values).all().await
}

/// Every token of a member, newest first.
pub(super) async fn all<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Token>, Error> {
    from.query(ALL, (guild, user)).all().await
}

/// Whether it was there and not revoked before.
pub(super) async fn revoke(
    tx: &mut Transaction,
    id: TokenId,
    guild: GuildId,
    user: UserId,
    at: i64,
) -> Result<bool, Error> {
    let values = (at, id, guild, user);
    Ok(tx.query(REVOKE, values).execute().await? > 0)
}

pub(super) async fn used(db: &Database, token: &Token, at: i64) -> Result<(), Error> {
    let used = update!(
        api_tokens { last_used_at: at },
        key {
            token_id: token.id,
            guild_id: token.guild_id
        }
    );
    db.put(used).await
}

/// Deletes those that ended before some moment, of any guild.
pub(super) async fn purge(db: &Database, before: Timestamp) -> Result<(), Error> {
    db.write(PURGE, (before, before, before)).done().await
}

pub(super) async fn erase(tx: &mut Transaction, guild: GuildId, user: UserId) -> Result<(), Error> {
    tx.query(ERASE, (guild, user)).done().await
}
