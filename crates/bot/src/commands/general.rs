//! `/help` and `/ping`.

use super::prelude::*;
use crate::replies::BLUE;
use std::time::Instant;
use twilight_model::application::command::{Command, CommandOption, CommandOptionType};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, help);
    dispatch.pages(&HELP);
    dispatch.command(Audience::Everyone, ping);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "help", desc = "What you can do here")]
struct Help {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "ping", desc = "Whether Paddock is awake, and how fast")]
struct Ping {}

const HELP: Pages<()> = Pages {
    action: "help",
    page: |_, (), position| Box::pin(async move { Ok(help_page(&position)) }),
};

async fn help(call: Call, _: Help) -> Outcome {
    Ok(HELP.first(&call, &()).await?.into())
}

fn help_page(position: &Position) -> Reply {
    let (for_all, for_admins): (Vec<_>, Vec<_>) = crate::commands()
        .into_iter()
        .partition(|command| command.default_member_permissions.is_none());
    let mut lines = vec!["**For everyone**".to_owned()];
    lines.extend(for_all.iter().flat_map(describe));
    lines.push("\n**For admins**".to_owned());
    lines.extend(for_admins.iter().flat_map(describe));
    pages::local(position, ("What you can do here", BLUE), &lines)
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
            "The API does not answer right now; commands will fail until it does.".to_owned()
        }
    };
    let age = call.age.as_millis();
    Ok(Reply::text(format!(
        "Pong! Your command took {age} ms to get here.\n{api}"
    ))
    .into())
}
