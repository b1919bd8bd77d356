//! Statements of tokens.

use super::model::Token;
use crate::db::{Database, Error, Source, Transaction, stored_id, stored_time};
use crate::page::PageRequest;
use jiff::Timestamp;
use paddock_api_types::{GuildId, TokenId, UserId};

macro_rules! select_tokens {
    ($rest:literal) => {
        concat!(
            "SELECT token_id, guild_id, user_id, name, approved_at, created_at, expires_at, \
             last_used_at, revoked_at FROM api_tokens ",
            $rest
        )
    };
}

const INSERT: &str = "INSERT INTO api_tokens (token_id, guild_id, user_id, name, approved_at, \
     created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
const LOOKUP: &str = select_tokens!("WHERE token_id = ? AND guild_id = ?");
const LIST: &str = select_tokens!(
    "WHERE guild_id = ? AND user_id = ? AND token_id < ? ORDER BY token_id DESC LIMIT ?"
);
const ALL: &str = select_tokens!("WHERE guild_id = ? AND user_id = ? ORDER BY token_id DESC");
const REVOKE: &str = "UPDATE api_tokens SET revoked_at = ? \
     WHERE token_id = ? AND guild_id = ? AND user_id = ? AND revoked_at IS NULL";
const USED: &str = "UPDATE api_tokens SET last_used_at = ? WHERE token_id = ? AND guild_id = ?";
const FORGET: &str = "DELETE FROM api_tokens WHERE guild_id = ? AND user_id = ?";

#[derive(sqlx::FromRow)]
struct TokenRow {
    token_id: i64,
    guild_id: i64,
    user_id: i64,
    name: String,
    approved_at: i64,
    created_at: i64,
    expires_at: i64,
    last_used_at: Option<i64>,
    revoked_at: Option<i64>,
}

pub(super) async fn insert(tx: &mut Transaction, token: &Token) -> Result<(), Error> {
    tx.run(INSERT)
        .bind(token.id.get())
        .bind(token.guild_id.get())
        .bind(token.user_id.get())
        .bind(&token.name)
        .bind(token.approved_at.as_millisecond())
        .bind(token.created_at.as_millisecond())
        .bind(token.expires_at.as_millisecond())
        .execute()
        .await
        .map_err(Error::id_collision)?;
    Ok(())
}

pub(super) async fn lookup(
    db: &Database,
    guild: GuildId,
    id: TokenId,
) -> Result<Option<Token>, Error> {
    let query = db.read(LOOKUP).bind(id.get()).bind(guild.get());
    let row: Option<TokenRow> = query.fetch_optional().await?;
    row.map(TryInto::try_into).transpose()
}

/// A member's tokens, newest first.
pub(super) async fn list(
    db: &Database,
    guild: GuildId,
    user: UserId,
    page: PageRequest<1>,
) -> Result<Vec<Token>, Error> {
    let before = page.after.map_or(i64::MAX, |[id]| id);
    let query = db
        .read(LIST)
        .bind(guild.get())
        .bind(user.get())
        .bind(before);
    tokens(query.bind(page.rows()).fetch_all().await?)
}

/// Every token of a member, newest first.
pub(super) async fn all<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    user: UserId,
) -> Result<Vec<Token>, Error> {
    let query = from.query(ALL).bind(guild.get()).bind(user.get());
    tokens(query.fetch_all().await?)
}

/// Whether it was there and not revoked before.
pub(super) async fn revoke(
    tx: &mut Transaction,
    id: TokenId,
    guild: GuildId,
    user: UserId,
    at: i64,
) -> Result<bool, Error> {
    let query = tx
        .run(REVOKE)
        .bind(at)
        .bind(id.get())
        .bind(guild.get())
        .bind(user.get());
    Ok(query.execute().await? > 0)
}

pub(super) async fn used(db: &Database, token: &Token, at: i64) -> Result<(), Error> {
    let query = db.write(USED).bind(at).bind(token.id.get());
    let query = query.bind(token.guild_id.get());
    query.execute().await.map(drop)
}

pub(super) async fn forget(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), Error> {
    tx.run(FORGET)
        .bind(guild.get())
        .bind(user.get())
        .execute()
        .await?;
    Ok(())
}

fn tokens(rows: Vec<TokenRow>) -> Result<Vec<Token>, Error> {
    rows.into_iter().map(TryInto::try_into).collect()
}

impl TryFrom<TokenRow> for Token {
    type Error = Error;

    fn try_from(row: TokenRow) -> Result<Self, Error> {
        fn time(column: &'static str, at: Option<i64>) -> Result<Option<Timestamp>, Error> {
            at.map(|at| stored_time(column, at)).transpose()
        }
        Ok(Self {
            id: stored_id("api_tokens.token_id", row.token_id)?,
            guild_id: stored_id("api_tokens.guild_id", row.guild_id)?,
            user_id: stored_id("api_tokens.user_id", row.user_id)?,
            name: row.name,
            approved_at: stored_time("api_tokens.approved_at", row.approved_at)?,
            created_at: stored_time("api_tokens.created_at", row.created_at)?,
            expires_at: stored_time("api_tokens.expires_at", row.expires_at)?,
            last_used_at: time("api_tokens.last_used_at", row.last_used_at)?,
            revoked_at: time("api_tokens.revoked_at", row.revoked_at)?,
        })
    }
}
