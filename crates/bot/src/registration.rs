//! Registration of the commands with Discord, where they differ from what is registered, and what else
//! Discord keeps of the application.

use crate::{
    bot::Bot,
    config::Config,
    discord::{Backoff, Fault, send},
    ids::ToDiscord,
};
use paddock_api_types::GuildId;
use serde_json::Value;
use std::{fs, future::IntoFuture as _, sync::Arc, time::Duration};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use twilight_model::{
    application::command::Command,
    id::{Id, marker::GuildMarker},
};

/// Fields of a command that Discord sets, or keeps for compatibility.
const SERVER_SET_FIELDS: [&str; 6] = [
    "id",
    "application_id",
    "guild_id",
    "version",
    "dm_permission",
    "default_permission",
];
/// Fields that only global commands have.
const GLOBAL_ONLY_FIELDS: [&str; 2] = ["contexts", "integration_types"];

/// File with the guild in which commands are registered, so that they are removed from there when
/// the configuration changes.
const GUILD_FILE: &str = "commands-guild";

/// Time between two comparisons without an occasion.
const CHECK_INTERVAL: Duration = Duration::from_mins(15);
/// How long to collect occasions: a session begins with one event for each guild.
const DEBOUNCE: Duration = Duration::from_secs(1);

/// Where commands are registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Global,
    Guild(Id<GuildMarker>),
}

/// Keeps the commands registered, until the token is refused or the bot stops.
///
/// They are compared at the start, whenever a session begins or the bot comes to a guild, and from
/// time to time: Discord removes them together with the bot, and others may remove them as well.
pub(crate) async fn run(
    bot: Arc<Bot>,
    config: Config,
    commands: Vec<Command>,
    stop: CancellationToken,
) {
    let mut pause = Backoff::default();
    loop {
        let checks = async {
            notice_intents(&bot).await?;
            register(&bot, &config, &commands).await
        };
        match stop.run_until_cancelled(checks).await {
            None => return,
            Some(Ok(())) => {
                pause.reset();
                let next = async {
                    // Elapsing is as good a reason as being woken.
                    let _ = timeout(CHECK_INTERVAL, bot.registration.notified()).await;
                    sleep(DEBOUNCE).await;
                };
                if stop.run_until_cancelled(next).await.is_none() {
                    return;
                }
                continue;
            }
            Some(Err(Fault::Unauthorized)) => {
                tracing::error!("Discord refuses the bot token, so no command can be registered");
                return;
            }
            Some(Err(fault)) => tracing::warn!(
                %fault,
                "commands cannot be registered yet; is the bot in the guild, invited with the scope \
                 applications.commands?"
            ),
        }
        if stop.run_until_cancelled(pause.wait()).await.is_none() {
            return;
        }
    }
}

/// Notices that a privileged intent was switched on in the meantime; the shards then begin sessions with
/// it.
async fn notice_intents(bot: &Bot) -> Result<(), Fault> {
    let before = bot.intents.asked();
    bot.intents.set_flags(bot.discord.flags().await?);
    let gained = bot.intents.asked() - before;
    if !gained.is_empty() {
        tracing::info!(intents = ?gained, "Discord grants more intents now");
    }
    Ok(())
}

async fn register(bot: &Bot, config: &Config, commands: &[Command]) -> Result<(), Fault> {
    let file = config.data_dir.join(GUILD_FILE);
    let earlier = fs::read_to_string(&file)
        .ok()
        .and_then(|id| id.trim().parse().ok());
    if let Some(earlier) = earlier.filter(|earlier| config.guild_id != Some(*earlier)) {
        // Otherwise that guild would show every command twice.
        sync_commands(bot, Scope::Guild(GuildId::discord(earlier)), &[]).await?;
        let _ = fs::remove_file(&file);
    }
    let Some(guild) = config.guild_id else {
        return sync_commands(bot, Scope::Global, commands).await;
    };
    if let Err(error) = fs::write(&file, guild.to_string()) {
        tracing::warn!(%error, "the guild of the commands cannot be stored; a change of it will not remove them");
    }
    sync_commands(bot, Scope::Guild(guild.discord()), &for_guild(commands)).await?;
    sync_commands(bot, Scope::Global, &[]).await
}

/// The commands without the fields that only global ones have.
fn for_guild(commands: &[Command]) -> Vec<Command> {
    let strip = |command: &Command| Command {
        contexts: None,
        integration_types: None,
        ..command.clone()
    };
    commands.iter().map(strip).collect()
}

/// Makes the commands of a scope the wanted ones; leaves them alone where they are.
async fn sync_commands(bot: &Bot, scope: Scope, wanted: &[Command]) -> Result<(), Fault> {
    let interactions = bot.discord.interactions();
    let request = match scope {
        Scope::Global => interactions.global_commands().into_future(),
        Scope::Guild(guild) => interactions.guild_commands(guild).into_future(),
    };
    let registered = send(request).await?.models().await?;
    if is_same(&registered, wanted, scope) {
        tracing::debug!(?scope, "the commands are registered as they should be");
        return Ok(());
    }
    let request = match scope {
        Scope::Global => interactions.set_global_commands(wanted).into_future(),
        Scope::Guild(guild) => interactions.set_guild_commands(guild, wanted).into_future(),
    };
    send(request).await?;
    tracing::info!(?scope, commands = wanted.len(), "commands registered");
    Ok(())
}

/// Whether those commands are registered that are wanted. They are compared one after the other, because all of
/// them as JSON are most of a megabyte, which an idle bot would go on holding.
fn is_same(registered: &[Command], wanted: &[Command], scope: Scope) -> bool {
    registered.len() == wanted.len()
        && wanted.iter().all(|command| {
            let named = |it: &&Command| (it.kind, &it.name) == (command.kind, &command.name);
            let found = registered.iter().find(named);
            found.is_some_and(|found| normalised(found, scope) == normalised(command, scope))
        })
}

/// A command without the fields that Discord sets and without defaults, which it writes in several ways.
fn normalised(command: &Command, scope: Scope) -> Value {
    let mut value = serde_json::to_value(command).expect("a command is plain JSON");
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|name, _| {
            let name = name.as_str();
            let is_foreign = scope != Scope::Global && GLOBAL_ONLY_FIELDS.contains(&name);
            !is_foreign && !SERVER_SET_FIELDS.contains(&name)
        });
    }
    without_defaults(&mut value);
    value
}

fn without_defaults(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(without_defaults);
            fields.retain(|_, value| !is_default(value));
        }
        Value::Array(items) => {
            items.iter_mut().for_each(without_defaults);
            // Sets of numbers, such as contexts and channel types, come back in Discord's order.
            if items.iter().all(Value::is_number) {
                items.sort_by_key(Value::as_i64);
            }
        }
        _ => {}
    }
}

fn is_default(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A command as Discord returns it: with ids, and with every default written out.
    fn as_registered(command: &Command) -> Command {
        let mut value = serde_json::to_value(command).unwrap();
        value["id"] = "7".into();
        value["application_id"] = "100".into();
        value["version"] = "8".into();
        value["nsfw"] = false.into();
        value["dm_permission"] = true.into();
        value["name_localizations"] = serde_json::json!({});
        if let Some(options) = value["options"].as_array_mut() {
            for option in options {
                option["required"] = option["required"].as_bool().unwrap_or(false).into();
                option["name_localizations"] = Value::Null;
            }
        }
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn what_discord_adds_is_no_difference() {
        let ours = crate::commands::dispatch().definitions();
        let theirs: Vec<_> = ours.iter().rev().map(as_registered).collect();
        assert!(is_same(&theirs, &ours, Scope::Global));
        assert!(!is_same(&theirs[1..], &ours, Scope::Global));
        assert!(!is_same(&theirs, &ours[1..], Scope::Global));
    }

    #[test]
    fn guild_commands_have_no_contexts() {
        let ours = crate::commands::dispatch().definitions();
        let mut theirs: Vec<_> = ours.iter().map(as_registered).collect();
        for command in &mut theirs {
            command.contexts = None;
            command.integration_types = None;
        }
        let scope = Scope::Guild(Id::new(1));
        assert!(is_same(&theirs, &ours, scope));
        assert!(!is_same(&theirs, &ours, Scope::Global));
    }

    #[test]
    fn a_changed_description_is_a_difference() {
        let ours = crate::commands::dispatch().definitions();
        let mut theirs = ours.clone();
        theirs[0].description.push('!');
        assert!(!is_same(&theirs, &ours, Scope::Global));
    }
}
