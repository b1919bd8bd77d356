//! `/help` and `/ping`.

use crate::{
    answer::{Answer, Reply},
    call::Call,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Position},
    replies::BLUE,
};
use std::time::Instant;
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::application::command::{Command, CommandOption, CommandOptionType};

/// Action of the buttons under `/help`.
const PAGE: &str = "help";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(help);
    dispatch.button(PAGE, Later::Update, turn_help);
    dispatch.command(ping);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "help",
    desc = "What you can do here",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Help {}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "ping",
    desc = "Whether Paddock is awake, and how fast",
    contexts = "guild",
    integration_types = "guild_install"
)]
struct Ping {}

async fn help(_: Call, _: Help) -> Outcome {
    Ok(help_page(&Position::first("-")).into())
}

async fn turn_help(_: Call, pressed: Pressed) -> Outcome {
    Ok(Answer::Update(help_page(&Position::read(
        &pressed.arguments,
    )?)))
}

fn help_page(position: &Position) -> Reply {
    let (for_all, for_admins): (Vec<_>, Vec<_>) = crate::commands()
        .into_iter()
        .partition(|command| command.default_member_permissions.is_none());
    let mut lines = vec!["**For everyone**".to_owned()];
    lines.extend(for_all.iter().flat_map(describe));
    lines.push("\n**For admins**".to_owned());
    lines.extend(for_admins.iter().flat_map(describe));
    pages::local(PAGE, ("What you can do here", BLUE), position, &lines)
}

/// A line for the command, or one for each of its subcommands.
fn describe(command: &Command) -> Vec<String> {
    let is_subcommand = |option: &&CommandOption| option.kind == CommandOptionType::SubCommand;
    let subcommands: Vec<_> = command.options.iter().filter(is_subcommand).collect();
    if subcommands.is_empty() {
        return vec![format!("`/{}` {}", command.name, command.description)];
    }
    let line = |option: &CommandOption| {
        format!("`/{} {}` {}", command.name, option.name, option.description)
    };
    subcommands.into_iter().map(line).collect()
}

async fn ping(call: Call, _: Ping) -> Outcome {
    let asked = Instant::now();
    let api = match call.api.version().await {
        Ok(version) => {
            let took = asked.elapsed().as_millis();
            format!(
                "The API answers in {took} ms (version {}).",
                version.version
            )
        }
        Err(error) => {
            tracing::warn!(%error, "the API does not answer a ping");
            "The API does not answer just now; commands will fail until it does.".to_owned()
        }
    };
    let age = call.age.as_millis();
    Ok(Reply::text(format!(
        "Pong! Your command took {age} ms to get here.\n{api}"
    ))
    .into())
}
