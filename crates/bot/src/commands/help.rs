//! `/help`: the next step of whoever asks, and what there is about a topic.

use super::prelude::*;
use crate::{
    dispatch::{TOPICS, Topic},
    replies::help::{self as texts, Standing},
};
use api::{
    ErrorCode,
    members::{Level, MemberStatus},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, help);
    dispatch.pages(&HELP);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "help", desc = "What you can do here")]
struct Help {
    /// Every command about this, with examples
    topic: Option<Choice<Topic>>,
}

impl Choices for Topic {
    const CHOICES: &'static [(&'static str, Self)] = TOPICS;
}

const HELP: Pages<Topic> = Pages {
    action: "help",
    page: |call, topic, position| {
        Box::pin(async move {
            let (_, is_admin) = asks(call).await;
            let dispatch = super::dispatch();
            let commands = dispatch.about(*topic);
            let lines = texts::topic(*topic, &commands, is_admin);
            let title = texts::title(*topic);
            Ok(pages::local(
                &position,
                (&title, crate::replies::BLUE),
                &lines,
            ))
        })
    },
};

async fn help(call: Call, options: Help) -> Outcome {
    if let Some(Choice(topic)) = options.topic {
        return Ok(HELP.first(&call, &topic).await?.into());
    }
    let (standing, is_admin) = asks(&call).await;
    Ok(texts::overview(&standing, is_admin, &crate::commands()).into())
}

/// How the caller stands, and whether what admins do is of interest. Help has to come even where the
/// API gives none.
async fn asks(call: &Call) -> (Standing, bool) {
    match call.api.get_me().await {
        // Banned ones may still ask what is known about them.
        Ok(me) if me.member.status == MemberStatus::Banned => (Standing::Banned, false),
        Ok(me) => {
            let is_admin = me.level >= Level::Manager;
            (Standing::Known(Box::new(me.member)), is_admin)
        }
        Err(error) => {
            let standing = match error.code() {
                Some(ErrorCode::NotRegistered) => Standing::Unregistered,
                Some(ErrorCode::Banned) => Standing::Banned,
                _ => {
                    tracing::warn!(%error, "help without knowing who asks");
                    Standing::Unknown
                }
            };
            (standing, call.may_manage())
        }
    }
}
