//! Routes every simulated path to its function.

use serde_json::{Value, json};

use super::call::{Answer, Call, not_simulated, snowflake};
use super::error::{ApiError, Unknown};
use super::{channels, commands, guilds, interactions, soundboard, webhooks};
use crate::world::{World, wire};

/// Whether a request needs no `Authorization`: callbacks and webhooks carry their token in the path.
pub(super) fn is_tokenless(call: &Call) -> bool {
    match call.segments.first().map(String::as_str) {
        Some("interactions") => true,
        Some("webhooks") => call.segments.len() >= 3,
        Some("gateway") => call.segments.len() == 1,
        _ => false,
    }
}

/// The token endpoint of OAuth, which has credentials of its own.
pub(super) fn is_oauth(call: &Call) -> bool {
    call.method == "POST" && call.segments == ["oauth2", "token"]
}

/// Who asks: the bot, or a person by a token of OAuth.
pub(super) fn is_me(call: &Call) -> bool {
    call.method == "GET" && call.segments == ["users", "@me"]
}

/// Answers a request that is authorized and readable.
pub(super) fn route(world: &mut World, call: &Call) -> Result<Answer, ApiError> {
    let segments: Vec<&str> = call.segments.iter().map(String::as_str).collect();
    match (call.method.as_str(), segments.as_slice()) {
        ("GET", ["gateway"]) => Answer::ok(json!({"url": format!("ws://{}", world.address)})),
        ("GET", ["gateway", "bot"]) => Answer::ok(gateway_bot(world)),
        ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => {
            Answer::ok(wire::application(world))
        }
        ("GET", ["soundboard-default-sounds"]) => Answer::ok(soundboard::defaults()),
        ("GET", ["users", "@me"]) => Answer::ok(wire::current_user(world)),
        ("GET", ["users", "@me", "guilds"]) => guilds::list(world, call),
        ("POST", ["users", "@me", "channels"]) => channels::open_dm(world, call),
        ("GET", ["users", user]) => {
            let user = world.users.get(&snowflake(user, "user_id")?);
            Answer::ok(wire::user(user.ok_or(Unknown::User)?))
        }
        (_, ["guilds", guild, rest @ ..]) => {
            let guild = snowflake(guild, "guild_id")?;
            guilds::route(world, call, guild, rest)
        }
        (_, ["channels", channel, rest @ ..]) => {
            let channel = snowflake(channel, "channel_id")?;
            channels::route(world, call, channel, rest)
        }
        (_, ["applications", application, rest @ ..]) => {
            if snowflake(application, "application_id")? != world.options.application_id {
                return Err(Unknown::Application.into());
            }
            match rest {
                ["commands", rest @ ..] => commands::route(world, call, None, rest),
                ["guilds", guild, "commands", rest @ ..] => {
                    let guild = snowflake(guild, "guild_id")?;
                    if !world.has_bot(guild) {
                        return Err(ApiError::missing_access());
                    }
                    commands::route(world, call, Some(guild), rest)
                }
                _ => not_simulated(world, call),
            }
        }
        ("POST", ["interactions", id, token, "callback"]) => {
            interactions::callback(world, call, snowflake(id, "interaction_id")?, token)
        }
        (_, ["webhooks", application, token, rest @ ..]) => {
            if snowflake(application, "webhook_id")? != world.options.application_id {
                return Err(Unknown::Webhook.into());
            }
            webhooks::route(world, call, token, rest)
        }
        _ => not_simulated(world, call),
    }
}

/// `GET /gateway/bot`.
fn gateway_bot(world: &World) -> Value {
    let used = world.gateway.identifies;
    json!({
        "url": format!("ws://{}", world.address),
        "shards": world.options.shards,
        "session_start_limit": {
            "total": 1000,
            "remaining": world.options.identifies_remaining.saturating_sub(used),
            "reset_after": 14_400_000,
            "max_concurrency": 1,
        },
    })
}
