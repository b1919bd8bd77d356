//! The URL that invites the bot.

use crate::environment::Variables;
use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

pub(super) fn run(variables: &Variables) -> anyhow::Result<()> {
    let id = match variables.get("DISCORD_CLIENT_ID") {
        Some(id) => id.to_owned(),
        None => variables
            .get("DISCORD_BOT_TOKEN")
            .and_then(application)
            .context(
                "set DISCORD_CLIENT_ID (Developer Portal, General Information, Application ID) or \
             DISCORD_BOT_TOKEN",
            )?,
    };
    super::print(&url(&id))
}

/// A bot token begins with the application's id in Base64.
fn application(token: &str) -> Option<String> {
    let id = STANDARD_NO_PAD
        .decode(token.split('.').next()?.trim_end_matches('='))
        .ok()?;
    let id = String::from_utf8(id).ok()?;
    id.parse::<u64>().ok().map(|id| id.to_string())
}

/// Into a server, type 0, and not for one person's account, whatever the application's defaults are.
fn url(application: &str) -> String {
    let permissions = paddock_bot::invitation_permissions().bits();
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}\
         &scope=bot+applications.commands&permissions={permissions}&integration_type=0"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_application_is_found_in_the_token() {
        let token = "MTc1OTI4ODQ3Mjk5MTE3MDYz.Gabcde.not-a-real-signature";
        assert_eq!(application(token).as_deref(), Some("175928847299117063"));
        assert_eq!(application("sim.bot.token"), None);
    }

    #[test]
    fn the_invitation_asks_for_what_the_bot_needs() {
        assert_eq!(
            url("175928847299117063"),
            "https://discord.com/oauth2/authorize?client_id=175928847299117063\
             &scope=bot+applications.commands&permissions=268553216&integration_type=0"
        );
    }
}
