//! Registers the commands with Discord, if they are not there already as they should be.

use crate::{
    config::Config,
    discord::{Backoff, Fault, send},
    ids::ToDiscord,
    run::Bot,
};
use paddock_api_types::GuildId;
use serde_json::{Map, Value};
use std::{fs, future::IntoFuture as _, sync::Arc};
use tokio_util::sync::CancellationToken;
use twilight_model::{
    application::command::Command,
    id::{Id, marker::GuildMarker},
};

/// What Discord adds to a command, or keeps from older times.
const NOT_OURS: [&str; 6] = [
    "id",
    "application_id",
    "guild_id",
    "version",
    "dm_permission",
    "default_permission",
];
/// What only global commands have.
const GLOBAL_ONLY: [&str; 2] = ["contexts", "integration_types"];

/// File that says in which guild commands are registered, so that a change of the configuration
/// takes them away.
const NOTE: &str = "commands-guild";

/// Where commands are registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Global,
    Guild(Id<GuildMarker>),
}

/// Registers the commands; tries again until it worked, the token is refused or the bot stops.
pub(crate) async fn run(bot: Arc<Bot>, config: Config, stop: CancellationToken) {
    let commands = bot.dispatch.definitions();
    let mut pause = Backoff::default();
    loop {
        let outcome = tokio::select! {
            outcome = register(&bot, &config, &commands) => outcome,
            () = stop.cancelled() => return,
        };
        match outcome {
            Ok(()) => return,
            Err(Fault::Unauthorized) => {
                tracing::error!("Discord refuses the bot token, so no command can be registered");
                return;
            }
            Err(fault) => tracing::warn!(
                %fault,
                "commands cannot be registered yet; is the bot in the guild, invited with the scope \
                 applications.commands?"
            ),
        }
        tokio::select! {
            () = pause.wait() => {}
            () = stop.cancelled() => return,
        }
    }
}

async fn register(bot: &Bot, config: &Config, commands: &[Command]) -> Result<(), Fault> {
    let note = config.data_dir.join(NOTE);
    let earlier = fs::read_to_string(&note)
        .ok()
        .and_then(|id| id.trim().parse().ok());
    if let Some(earlier) = earlier.filter(|earlier| config.guild_id != Some(*earlier)) {
        // It would show every command twice.
        bring_about(bot, Scope::Guild(GuildId::discord(earlier)), &[]).await?;
        let _ = fs::remove_file(&note);
    }
    let Some(guild) = config.guild_id else {
        return bring_about(bot, Scope::Global, commands).await;
    };
    if let Err(error) = fs::write(&note, guild.to_string()) {
        tracing::warn!(%error, "where commands are registered cannot be noted");
    }
    bring_about(bot, Scope::Guild(guild.discord()), &for_guild(commands)).await?;
    bring_about(bot, Scope::Global, &[]).await
}

/// The same without what only global commands have.
fn for_guild(commands: &[Command]) -> Vec<Command> {
    let strip = |command: &Command| Command {
        contexts: None,
        integration_types: None,
        ..command.clone()
    };
    commands.iter().map(strip).collect()
}

async fn bring_about(bot: &Bot, scope: Scope, wanted: &[Command]) -> Result<(), Fault> {
    let interactions = bot.discord.interactions();
    let registered = match scope {
        Scope::Global => {
            send(interactions.global_commands().into_future())
                .await?
                .models()
                .await?
        }
        Scope::Guild(guild) => {
            send(interactions.guild_commands(guild).into_future())
                .await?
                .models()
                .await?
        }
    };
    if normalised(&registered, scope) == normalised(wanted, scope) {
        tracing::debug!(?scope, "the commands are registered as they should be");
        return Ok(());
    }
    match scope {
        Scope::Global => send(interactions.set_global_commands(wanted).into_future()).await?,
        Scope::Guild(guild) => {
            send(interactions.set_guild_commands(guild, wanted).into_future()).await?
        }
    };
    tracing::info!(?scope, commands = wanted.len(), "commands registered");
    Ok(())
}

/// Commands by name, without what Discord adds and without defaults, which it spells in several
/// ways.
fn normalised(commands: &[Command], scope: Scope) -> Map<String, Value> {
    let normalise = |command: &Command| {
        let mut value = serde_json::to_value(command).expect("a command is plain JSON");
        if let Some(fields) = value.as_object_mut() {
            fields.retain(|name, _| {
                let is_global_only = GLOBAL_ONLY.contains(&name.as_str());
                !NOT_OURS.contains(&name.as_str()) && (scope == Scope::Global || !is_global_only)
            });
        }
        without_defaults(&mut value);
        (command.name.clone(), value)
    };
    commands.iter().map(normalise).collect()
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

    /// As Discord answers: with ids, and with every default spelt out.
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
        let ours = crate::commands();
        let theirs: Vec<_> = ours.iter().rev().map(as_registered).collect();
        assert_eq!(
            normalised(&ours, Scope::Global),
            normalised(&theirs, Scope::Global)
        );
    }

    #[test]
    fn guild_commands_have_no_contexts() {
        let ours = crate::commands();
        let mut theirs: Vec<_> = ours.iter().map(as_registered).collect();
        for command in &mut theirs {
            command.contexts = None;
            command.integration_types = None;
        }
        let scope = Scope::Guild(Id::new(1));
        assert_eq!(normalised(&ours, scope), normalised(&theirs, scope));
        assert_ne!(
            normalised(&ours, Scope::Global),
            normalised(&theirs, Scope::Global)
        );
    }

    #[test]
    fn a_changed_description_is_a_difference() {
        let ours = crate::commands();
        let mut theirs = ours.clone();
        theirs[0].description.push('!');
        assert_ne!(
            normalised(&ours, Scope::Global),
            normalised(&theirs, Scope::Global)
        );
    }
}
