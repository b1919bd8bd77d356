//! One operation: who asks, for which guild, under which request id; and its transaction, which
//! stores the answer beside the change when the request carries an idempotency key.

mod store;
#[cfg(test)]
mod tests;

use self::store::NewAnswer;
use crate::clock::CLOCKS_DIFFER;
use crate::context::Context;
use crate::db::{self, Cause, Committed, Transaction};
use jiff::Timestamp;
use paddock_api_types::audit::AuditVia;
use paddock_api_types::members::Level;
use paddock_api_types::{ChannelId, GuildId, UserId};
use serde::{Serialize, de::DeserializeOwned};

/// How long an answer is kept for a repetition; the bot repeats within minutes.
const IDEMPOTENCY_LIFETIME: std::time::Duration = std::time::Duration::from_hours(24);

/// Who acts, proven by a credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Actor {
    /// The tenant, from the credential.
    pub guild_id: GuildId,
    /// Absent when Paddock acts by itself.
    pub user_id: Option<UserId>,
    /// What the actor may do.
    pub level: Level,
    /// By which way the actor came.
    pub via: AuditVia,
    /// Where a command was given.
    pub channel_id: Option<ChannelId>,
}

/// A key that makes repeating a write safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IdempotencyKey {
    /// As the caller chose it.
    pub key: String,
    /// Tells the same request from another one under the same key.
    pub fingerprint: String,
}

/// One operation.
#[derive(Clone)]
pub(crate) struct Operation {
    /// What it needs.
    pub ctx: Context,
    /// Who asks.
    pub actor: Actor,
    /// As in the log.
    pub request_id: Option<String>,
    /// When it began: one moment for everything that it writes.
    pub at: Timestamp,
    /// Whether it may be a repetition.
    pub idempotency_key: Option<IdempotencyKey>,
}

/// Why an operation failed that was not refused by a rule.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Storage.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The idempotency key was used before for a different request.
    #[error("the idempotency key was used for a different request")]
    KeyReused,
}

impl Cause for Failure {
    fn cause(&self) -> Option<&db::Error> {
        match self {
            Self::Database(error) => Some(error),
            Self::KeyReused => None,
        }
    }
}

/// Gives a capability's error its `Failure(Failure)` conversions.
macro_rules! fails {
    ($error:ty) => {
        impl From<$crate::operation::Failure> for $error {
            fn from(failure: $crate::operation::Failure) -> Self {
                Self::Failure(failure)
            }
        }

        impl From<$crate::db::Error> for $error {
            fn from(error: $crate::db::Error) -> Self {
                Self::Failure(error.into())
            }
        }

        impl $crate::db::Cause for $error {
            fn cause(&self) -> Option<&$crate::db::Error> {
                match self {
                    Self::Failure(failure) => $crate::db::Cause::cause(failure),
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use fails;

/// Erases the answers that a member was given or that speak of them, as part of erasing the member.
pub(crate) async fn erase_answers(
    tx: &mut Transaction,
    guild: GuildId,
    user: UserId,
) -> Result<(), db::Error> {
    store::erase(tx, guild, user).await
}

/// Deletes answers that nobody will ask for again, some at a time.
pub(crate) async fn purge_answers(ctx: &Context) -> Result<(), db::Error> {
    let now = ctx.now();
    let latest = (now + CLOCKS_DIFFER).as_millisecond();
    store::date_back(&ctx.db, now.as_millisecond(), latest).await?;
    let before = (now - IDEMPOTENCY_LIFETIME).as_millisecond();
    while store::purge(&ctx.db, before).await? > 0 {}
    Ok(())
}

/// A value with its answer stored; only [`Operation::commit`] makes one.
pub(crate) struct Answered<T>(T);

impl Operation {
    /// Paddock itself, for a guild.
    pub(crate) fn system(ctx: &Context, guild_id: GuildId) -> Self {
        let actor = Actor {
            guild_id,
            user_id: None,
            level: Level::Root,
            via: AuditVia::System,
            channel_id: None,
        };
        Self {
            ctx: ctx.clone(),
            actor,
            request_id: None,
            at: ctx.now(),
            idempotency_key: None,
        }
    }

    /// The same operation, for what reads a lot.
    pub(crate) fn at_length(mut self) -> Self {
        self.ctx.db = self.ctx.db.at_length();
        self
    }

    /// The tenant.
    pub(crate) fn guild(&self) -> GuildId {
        self.actor.guild_id
    }

    /// Stored form of [`Operation::at`].
    pub(crate) fn at_ms(&self) -> i64 {
        self.at.as_millisecond()
    }

    /// Runs `work` in a transaction that ends with [`Operation::commit`]. A request that was
    /// performed before under the same idempotency key is answered as it was then. Nobody looks for that
    /// answer ahead, as it is mostly not there: a repetition is either refused for what the first one did,
    /// or finds its key taken when it commits, and is undone.
    pub(crate) async fn write<T, E, W>(&self, work: impl Fn(Transaction) -> W) -> Result<T, E>
    where
        W: Future<Output = Result<Committed<Answered<T>>, E>>,
        T: Serialize + DeserializeOwned,
        E: From<db::Error> + From<Failure> + Cause,
    {
        loop {
            match self.ctx.db.transact(&work).await {
                Ok(Answered(value)) => {
                    self.ctx.wrote(self.guild());
                    return Ok(value);
                }
                // The answer is there to be read, unless it has just been erased with its member.
                Err(error) if matches!(error.cause(), Some(db::Error::Repeated)) => {
                    if let Some(answer) = self.first_answer().await? {
                        return Ok(answer);
                    }
                }
                // The same request may have been performed before, and be the very reason for this
                // refusal.
                Err(error) => return self.first_answer().await?.ok_or(error),
            }
        }
    }

    /// Ends the transaction, with its answer kept for a repetition.
    pub(crate) async fn commit<T: Serialize>(
        &self,
        tx: Transaction,
        value: T,
    ) -> Result<Committed<Answered<T>>, db::Error> {
        self.keep_and_commit(tx, value, None).await
    }

    /// The same for an answer that speaks of a member, and is forgotten with them.
    pub(crate) async fn commit_about<T: Serialize>(
        &self,
        tx: Transaction,
        member: UserId,
        value: T,
    ) -> Result<Committed<Answered<T>>, db::Error> {
        self.keep_and_commit(tx, value, Some(member)).await
    }

    async fn keep_and_commit<T: Serialize>(
        &self,
        mut tx: Transaction,
        value: T,
        about: Option<UserId>,
    ) -> Result<Committed<Answered<T>>, db::Error> {
        if let Some((user, key)) = self.repeatable() {
            let answer = serde_json::to_string(&value).expect("an answer is plain data");
            let new = NewAnswer {
                guild: self.guild(),
                user,
                key,
                answer,
                about,
                at: self.at_ms(),
            };
            store::insert(&mut tx, new).await?;
        }
        tx.commit(Answered(value)).await
    }

    /// Who may repeat the operation, and by which key.
    fn repeatable(&self) -> Option<(UserId, &IdempotencyKey)> {
        self.actor.user_id.zip(self.idempotency_key.as_ref())
    }

    /// What a repetition is answered. [`Operation::write`] asks by itself, at its end; before it, whatever does
    /// something that is no part of a transaction.
    pub(crate) async fn first_answer<T: DeserializeOwned>(&self) -> Result<Option<T>, Failure> {
        let Some((key, answer)) = self.kept_answer().await? else {
            return Ok(None);
        };
        // From bytes, as the client reads the same type.
        serde_json::from_slice(answer.as_bytes())
            .map(Some)
            .map_err(|_| {
                let (column, value) = ("idempotency_keys.answer".into(), format!("key {key}"));
                db::Error::Corrupt { column, value }.into()
            })
    }

    /// The same as it is stored, with its key.
    async fn kept_answer(&self) -> Result<Option<(&str, String)>, Failure> {
        let Some((user, IdempotencyKey { key, fingerprint })) = self.repeatable() else {
            return Ok(None);
        };
        match store::find(&self.ctx.db, self.guild(), user, key).await? {
            None => Ok(None),
            Some((first, _)) if first != *fingerprint => Err(Failure::KeyReused),
            Some((_, answer)) => Ok(Some((key, answer))),
        }
    }
}
