//! Texts about what is kept of results.

use crate::{
    answer::Reply,
    replies::{BLUE, format::count},
};
use paddock_api_types::results::ResultSettings;
use twilight_util::builder::embed::EmbedBuilder;

/// What is kept, and whether that was just changed.
pub(crate) fn settings(settings: &ResultSettings, changed: bool) -> Reply {
    let text = match settings.raw_retention_days {
        Some(days) => format!(
            "**Files** are kept as they came for {}. They name everybody who drove; admins download them \
             over the API, while the league holds its drivers' consent.",
            count(days.into(), "day")
        ),
        None => "**Files** are not kept: only what results show.".to_owned(),
    };
    let card = EmbedBuilder::new()
        .title("What is kept of results")
        .description(text)
        .color(BLUE);
    let mut reply = Reply::card(card.build());
    if changed {
        "Saved, for files that come from now on.".clone_into(&mut reply.content);
    }
    reply
}
