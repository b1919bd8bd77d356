//! Which function answers which path: the list of what is simulated.

use axum::http::StatusCode;
use serde_json::json;

use super::error::{ApiError, Unknown};
use super::{
    Answer, Call, channels, commands, gateway_bot, guilds, interactions, snowflake, webhooks,
};
use crate::world::{World, wire};

/// Callbacks and webhooks carry their token in the path and need no `Authorization`.
pub(super) fn is_tokenless(call: &Call) -> bool {
    match call.segments.first().map(String::as_str) {
        Some("interactions") => true,
        Some("webhooks") => call.segments.len() >= 3,
        Some("gateway") => call.segments.len() == 1,
        _ => false,
    }
}

/// Answers a request that is authorized and readable.
pub(super) fn route(world: &mut World, call: &Call) -> Result<Answer, ApiError> {
    let segments: Vec<&str> = call.segments.iter().map(String::as_str).collect();
    match (call.method.as_str(), segments.as_slice()) {
        ("GET", ["gateway"]) => Answer::ok(json!({"url": format!("ws://{}", world.address)})),
        ("GET", ["gateway", "bot"]) => Answer::ok(gateway_bot(world)),
        ("GET", ["applications", "@me"] | ["oauth2", "applications", "@me"]) => {
            Answer::ok(application(world))
        }
        ("GET", ["users", "@me"]) => Answer::ok(wire::current_user(world)),
        ("GET", ["users", "@me", "guilds"]) => guilds::mine(world),
        ("POST", ["users", "@me", "channels"]) => channels::open_dm(world, call),
        ("GET", ["users", user]) => {
            let user = snowflake(user, "user_id")?;
            let user = world
                .users
                .get(&user)
                .ok_or(ApiError::unknown(Unknown::User))?;
            Answer::ok(wire::user(user))
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
                return Err(ApiError::unknown(Unknown::Application));
            }
            match rest {
                ["commands", rest @ ..] => commands::route(world, call, None, rest),
                ["guilds", guild, "commands", rest @ ..] => {
                    let guild = snowflake(guild, "guild_id")?;
                    if !world.guilds.contains_key(&guild) {
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
                return Err(ApiError::unknown(Unknown::Webhook));
            }
            webhooks::route(world, call, token, rest)
        }
        _ => not_simulated(world, call),
    }
}

/// 404, and remembered: a strict handle fails its test over it.
pub(super) fn not_simulated(world: &mut World, call: &Call) -> Result<Answer, ApiError> {
    world
        .unexpected
        .push(format!("{} {}", call.method, call.segments.join("/")));
    Err(ApiError::new(StatusCode::NOT_FOUND, 0, "404: Not Found"))
}

fn application(world: &World) -> serde_json::Value {
    let owner = world
        .guilds
        .get(&world.home)
        .and_then(|home| world.users.get(&home.owner_id));
    json!({
        "id": world.options.application_id.to_string(),
        "name": "Paddock",
        "icon": null,
        "description": "",
        "bot_public": false,
        "bot_require_code_grant": false,
        "bot": world.users.get(&world.bot_id).map(wire::user),
        "owner": owner.map(wire::user),
        "summary": "",
        "verify_key": "0000000000000000000000000000000000000000000000000000000000000000",
        "team": null,
        "flags": 0,
        "rpc_origins": [],
        "redirect_uris": [],
        "interactions_endpoint_url": null,
        "approximate_guild_count": world.guilds.len(),
        "tags": [],
    })
}
