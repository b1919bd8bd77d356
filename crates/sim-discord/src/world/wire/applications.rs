//! The application.

use serde_json::{Value, json};

use super::user_by_id;
use crate::intents;
use crate::world::World;

/// The application as it reads itself.
pub(crate) fn application(world: &World) -> Value {
    let owner = world.home_guild().map_or(0, |home| home.owner_id);
    json!({
        "id": world.options.application_id.to_string(),
        "name": "Paddock",
        "icon": null,
        "description": "",
        "type": null,
        "summary": "",
        "bot_public": false,
        "bot_require_code_grant": false,
        "bot": user_by_id(world, world.bot_id),
        "owner": user_by_id(world, owner),
        "team": null,
        "verify_key": "0000000000000000000000000000000000000000000000000000000000000000",
        "flags": application_flags(world),
        // The same as text, because flags have outgrown what every client reads as a number.
        "flags_new": application_flags(world).to_string(),
        "rpc_origins": [],
        "redirect_uris": [],
        "interactions_endpoint_url": null,
        "role_connections_verification_url": null,
        "event_webhooks_url": null,
        "event_webhooks_status": 1,
        "event_webhooks_types": [],
        "approximate_guild_count": world.guilds.len(),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": ["applications.commands", "bot", "identify"],
        "integration_types_config": {"0": {}},
        "tags": [],
    })
}

/// The flags of the application.
pub(crate) fn application_flags(world: &World) -> u64 {
    let options = &world.options;
    intents::application_flags(options.privileged_intents, options.limited_intents)
}
