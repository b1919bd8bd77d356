//! The worker that does in Discord what the API wants done.
//!
//! Nothing is lost here because nothing is kept here: an effect is leased, performed and reported,
//! and a lease that is not reported returns to the queue by itself. The API hands out one effect
//! per subject at a time, so those of one lease run side by side.

use crate::{
    answer::Reply,
    bot::Bot,
    discord::{Backoff, Discord, Fault, send},
    ids::{ToDiscord as _, ToWire as _},
    messages::{self, UNKNOWN_MESSAGE},
    replies::{format::shorten, notices},
    tasks::Tasks,
};
use paddock_api_client::Error;
use paddock_api_types::{
    Bounded as _, BoundedText as _, ChannelId, FailureDetail, LeaseLimit, LeaseWait,
    RetryAfterMillis, UserId,
    effects::{
        EffectAction, EffectDone, EffectErrorCode, EffectFailed, LeaseEffects, LeasedEffect,
        Notice, PostedMessage,
    },
};
use serde_json::{Value, json};
use std::{future::IntoFuture as _, sync::Arc, time::Duration};
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;
use twilight_http::{request::AuditLogReason as _, response::Response};
use twilight_model::channel::Message;

/// Effects performed at the same time.
const CONCURRENCY: usize = 20;
/// How long the API holds a lease request that finds nothing.
const LONG_POLL: Duration = Duration::from_secs(20);
/// Shortest time between two lease requests that find nothing.
const EMPTY_PAUSE: Duration = Duration::from_secs(1);
/// The delay that is reported when Discord limits the rate; twilight does not say for how long.
const RATE_LIMIT_DELAY: Duration = Duration::from_secs(5);
/// How often a report is sent before it is left to the end of the lease.
const REPORT_ATTEMPTS: u32 = 3;
/// How long effects may go on once the bot stops; leases of those that were aborted return by
/// themselves.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(8);

/// Performs effects until the bot stops.
pub(crate) async fn run(bot: Arc<Bot>, stop: CancellationToken) {
    let mut running = Tasks::new("effect");
    let mut backoff = Backoff::default();
    loop {
        running.reap();
        if running.len() >= CONCURRENCY {
            running.reap_next().await;
            continue;
        }
        let asked = Instant::now();
        let leasing = lease(&bot, CONCURRENCY - running.len());
        let Some(leased) = stop.run_until_cancelled(leasing).await else {
            break;
        };
        let pause = match leased {
            Ok(effects) => {
                backoff.reset();
                let is_empty = effects.is_empty();
                for effect in effects {
                    running.spawn(handle(bot.clone(), effect));
                }
                if !is_empty {
                    continue;
                }
                EMPTY_PAUSE.saturating_sub(asked.elapsed())
            }
            Err(error) => {
                tracing::warn!(%error, "no effects can be leased");
                backoff.next()
            }
        };
        if stop.run_until_cancelled(sleep(pause)).await.is_none() {
            break;
        }
    }
    running.shut_down(SHUTDOWN_TIMEOUT).await;
}

async fn lease(bot: &Bot, limit: usize) -> Result<Vec<LeasedEffect>, Error> {
    let lease = LeaseEffects {
        limit: LeaseLimit::clamped(i64::try_from(limit).unwrap_or(i64::MAX)),
        wait_ms: LeaseWait::clamped(milliseconds(LONG_POLL)),
    };
    Ok(bot.api.lease_effects(&lease).await?.effects)
}

async fn handle(bot: Arc<Bot>, effect: LeasedEffect) {
    let span = tracing::info_span!(
        "effect",
        effect.id = effect.id.get(),
        effect.attempt = effect.attempt,
        guild.id = effect.guild_id.get(),
    );
    async {
        let outcome = perform(&bot, &effect).await;
        report(&bot, &effect, outcome).await;
    }
    .instrument(span)
    .await;
}

/// Performs an effect; gives the message if it posted one that may be edited later.
async fn perform(bot: &Bot, effect: &LeasedEffect) -> Result<Option<PostedMessage>, Fault> {
    let discord = &*bot.discord;
    let guild = effect.guild_id.discord();
    match &effect.action {
        EffectAction::GrantRole {
            user_id,
            role_id,
            reason,
        } => {
            let (user, role) = (user_id.discord(), role_id.discord());
            let request = discord.main.add_guild_member_role(guild, user, role);
            send(request.reason(reason).into_future()).await?;
        }
        EffectAction::RevokeRole {
            user_id,
            role_id,
            reason,
        } => {
            let (user, role) = (user_id.discord(), role_id.discord());
            let request = discord.main.remove_guild_member_role(guild, user, role);
            send(request.reason(reason).into_future()).await?;
        }
        EffectAction::SendMessage {
            channel_id,
            notice,
            mention,
            post: _,
        } => {
            let text = Text::new(effect, notice, *mention);
            let posted = post(discord, *channel_id, effect, &text).await?;
            return Ok(posted_message(*channel_id, posted).await);
        }
        EffectAction::EditMessage { notice, post: _ } => {
            edit(discord, effect.message, &Text::new(effect, notice, None)).await?;
        }
        EffectAction::DeleteMessage { post: _ } => {
            let message = posted(effect.message)?;
            send(messages::delete(
                discord,
                message.channel_id,
                message.message_id,
            ))
            .await?;
        }
        // For a member who accepts none, the failure makes the API post in the fallback channel.
        EffectAction::DirectMessage {
            user_id,
            notice,
            fallback_channel_id: _,
        } => {
            let request = discord.main.create_private_channel(user_id.discord());
            let channel = send(request.into_future()).await?.model().await?;
            post(
                discord,
                channel.id.wire(),
                effect,
                &Text::new(effect, notice, None),
            )
            .await?;
        }
        EffectAction::SyncPresence => bot.presences.sync(guild).await?,
    }
    Ok(None)
}

/// The content of a message, and the one member whom it notifies.
struct Text {
    reply: Reply,
    mention: Option<UserId>,
}

impl Text {
    fn new(effect: &LeasedEffect, notice: &Notice, mention: Option<UserId>) -> Self {
        let mut reply = notices::notice(effect.guild_id, notice);
        if let Some(user) = mention {
            let mention = format!("<@{user}>");
            reply.content = match reply.content.as_str() {
                "" => mention,
                // Discord notifies wherever in the text it stands.
                text if text.contains(&mention) => reply.content,
                text => format!("{mention} {text}"),
            };
        }
        Self { reply, mention }
    }

    /// The body of a request.
    fn body(&self) -> Value {
        let mut body = self.reply.body();
        if let Some(user) = self.mention {
            body["allowed_mentions"]["users"] = json!([user]);
        }
        body
    }
}

/// Posts a message once, however often this effect is performed.
async fn post(
    discord: &Discord,
    channel: ChannelId,
    effect: &LeasedEffect,
    text: &Text,
) -> Result<Response<Message>, Fault> {
    let nonce = effect.id.to_string();
    send(messages::post(discord, channel, text.body(), nonce)).await
}

/// The message that Discord made. It was posted in any case, so an unreadable answer is no failure.
async fn posted_message(channel_id: ChannelId, posted: Response<Message>) -> Option<PostedMessage> {
    let posted: Value = serde_json::from_slice(&posted.bytes().await.ok()?).ok()?;
    Some(PostedMessage {
        channel_id,
        message_id: messages::id(&posted)?,
    })
}

/// The message that an effect is about.
fn posted(message: Option<PostedMessage>) -> Result<PostedMessage, Fault> {
    message.ok_or_else(|| Fault::Refused {
        status: 404,
        code: UNKNOWN_MESSAGE,
        message: "there is no such message".to_owned(),
    })
}

/// Replaces the content of a message of ours.
async fn edit(discord: &Discord, message: Option<PostedMessage>, text: &Text) -> Result<(), Fault> {
    let PostedMessage {
        channel_id,
        message_id,
    } = posted(message)?;
    send(messages::edit(
        discord,
        channel_id,
        message_id,
        &text.body(),
    ))
    .await
    .map(drop)
}

async fn report(bot: &Bot, effect: &LeasedEffect, outcome: Result<Option<PostedMessage>, Fault>) {
    let attempt = effect.attempt;
    let outcome = match outcome {
        Ok(message) => Ok(EffectDone { attempt, message }),
        Err(fault) => {
            tracing::warn!(%fault, "an effect could not be performed");
            Err(failure(attempt, &fault))
        }
    };
    let mut backoff = Backoff::default();
    for _ in 0..REPORT_ATTEMPTS {
        let reported = match &outcome {
            Ok(done) => bot.api.complete_effect(effect.id, done).await,
            Err(failed) => bot.api.fail_effect(effect.id, failed).await,
        };
        match reported {
            Ok(()) => return,
            Err(Error::Problem { problem, .. })
                if problem.status < 500 && problem.status != 429 =>
            {
                // The lease has expired or the effect is gone, so this attempt no longer counts.
                tracing::info!(
                    problem.code = problem.code.as_str(),
                    "a report came too late"
                );
                return;
            }
            Err(error) => {
                tracing::warn!(%error, "an effect cannot be reported");
                backoff.wait().await;
            }
        }
    }
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

fn failure(attempt: u32, fault: &Fault) -> EffectFailed {
    let error = error_code(fault);
    let is_rate_limit = error == EffectErrorCode::RateLimited;
    let delay = RetryAfterMillis::clamped(milliseconds(RATE_LIMIT_DELAY));
    let detail = shorten(&fault.to_string(), FailureDetail::MAX_CHARS.into());
    EffectFailed {
        attempt,
        error,
        detail: FailureDetail::new(&detail).expect("it was shortened"),
        retry_after_ms: is_rate_limit.then_some(delay),
    }
}

/// The API's code for a fault of Discord; the API decides whether another try can help.
fn error_code(fault: &Fault) -> EffectErrorCode {
    match fault {
        Fault::RateLimited => EffectErrorCode::RateLimited,
        Fault::Unreachable(_) | Fault::Unauthorized => EffectErrorCode::DiscordUnavailable,
        Fault::Invalid(_) => EffectErrorCode::Refused,
        Fault::Refused { status, code, .. } => match (*code, *status) {
            (10011, _) => EffectErrorCode::UnknownRole,
            (10007 | 10013, _) => EffectErrorCode::UnknownMember,
            (10003, _) => EffectErrorCode::UnknownChannel,
            (UNKNOWN_MESSAGE, _) => EffectErrorCode::UnknownMessage,
            (50007 | 50278, _) => EffectErrorCode::CannotDirectMessage,
            // Opening direct messages too fast.
            (40003, _) => EffectErrorCode::RateLimited,
            // 10004: the bot was removed from the server.
            (10004 | 50001 | 50013, _) | (_, 403) => EffectErrorCode::MissingPermission,
            _ => EffectErrorCode::Refused,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn discords_codes_are_the_apis() {
        use EffectErrorCode as E;
        let cases = [
            (404, 10011, E::UnknownRole),
            (404, 10007, E::UnknownMember),
            (400, 10013, E::UnknownMember),
            (404, 10003, E::UnknownChannel),
            (404, 10008, E::UnknownMessage),
            (403, 50013, E::MissingPermission),
            (403, 50001, E::MissingPermission),
            (404, 10004, E::MissingPermission),
            (403, 0, E::MissingPermission),
            (403, 50007, E::CannotDirectMessage),
            (403, 50278, E::CannotDirectMessage),
            (400, 40003, E::RateLimited),
            (400, 50035, E::Refused),
            (404, 0, E::Refused),
        ];
        for (status, code, expected) in cases {
            let fault = Fault::Refused {
                status,
                code,
                message: String::new(),
            };
            assert_eq!(error_code(&fault), expected, "{status} {code}");
        }
        assert_eq!(error_code(&Fault::RateLimited), E::RateLimited);
        assert_eq!(
            error_code(&Fault::Unreachable(String::new())),
            E::DiscordUnavailable
        );
    }

    #[tokio::test]
    async fn a_message_without_a_readable_id_is_posted_all_the_same() {
        // The stub of Discord answers `{}`.
        let harness = crate::test::Harness::start().await;
        let effect = json!({
            "id": "1", "guild_id": "7", "attempt": 1, "leased_until": "2100-01-01T00:00:00Z",
            "action": {
                "kind": "send_message", "channel_id": "300", "post": "registration:202",
                "notice": {"notice": "verified", "guild_name": null},
            },
        });
        let effect = serde_json::from_value(effect).unwrap();
        let outcome = perform(&harness.bot, &effect).await;
        assert_eq!(outcome, Ok(None));
    }

    #[test]
    fn a_limit_says_when_to_come_back() {
        assert_eq!(
            failure(1, &Fault::RateLimited).retry_after_ms,
            RetryAfterMillis::new(5000)
        );
        assert_eq!(failure(1, &Fault::Unauthorized).retry_after_ms, None);
    }
}
