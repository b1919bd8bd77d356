//! Texts about what admins take from holders.

use super::number;
use crate::{
    answer::Reply,
    replies::{
        RED,
        format::{count, escape, instant, relative},
    },
};
use paddock_api_types::{
    CarNumber, Reason,
    numbers::{NumberClaim, NumberSeason},
};
use twilight_model::channel::Message;
use twilight_util::builder::embed::{EmbedBuilder, EmbedFooterBuilder};

/// Title of the card with the reason for taking a number.
const REASON: &str = "Reason, which the holder sees";

/// To a confirmation about somebody who no longer holds the number.
pub(crate) const CHANGED_HANDS: &str =
    "That number has changed hands since. `/forcerelease` asks about who holds it now.";

/// Before `/forcerelease`.
pub(crate) fn take_back_question(claim: &NumberClaim) -> String {
    format!(
        "**Take {} from <@{}> ({})?**\nIt was claimed {}. It is free afterwards, or held for who \
         waits for it.",
        number(&claim.number, claim.class_name.as_deref()).replace("**", ""),
        claim.user_id,
        escape(&claim.display_name),
        relative(claim.claimed_at),
    )
}

/// Shows the reason under the question. It stands in the footer, which Discord shows as it is, so that
/// the button finds it unchanged.
pub(crate) fn with_reason(mut reply: Reply, reason: Option<&Reason>) -> Reply {
    let card = reason.map(|reason| {
        EmbedBuilder::new()
            .title(REASON)
            .color(RED)
            .footer(EmbedFooterBuilder::new(reason.as_str()))
            .build()
    });
    reply.embeds.extend(card);
    reply
}

/// The reason that a question shows, where it shows one.
pub(crate) fn reason(question: &Message) -> Option<String> {
    let card = question.embeds.first()?;
    let footer = card.footer.as_ref()?;
    (card.title.as_deref() == Some(REASON)).then(|| footer.text.clone())
}

/// After `/forcerelease`.
pub(crate) fn taken_back(taken: &CarNumber, with_reason: bool) -> Reply {
    let told = if with_reason {
        "The holder is told, with the reason."
    } else {
        "The holder is told."
    };
    Reply::text(format!("{} is taken back. {told}", number(taken, None)))
}

/// Before `/numbers newseason`.
pub(crate) fn new_season_question(priority_days: u16) -> String {
    let priority = match priority_days {
        0 => "From then on, whoever asks first gets a number, also that of another member."
            .to_owned(),
        days => format!(
            "For {}, each number is kept for its last holder, who has to `/claim` it again; then it \
             is anybody's.",
            count(days.into(), "day")
        ),
    };
    format!(
        "**Begin a new season of car numbers?**\nIt takes every number from everybody, in every \
         class. {priority} It cannot be taken back."
    )
}

/// After it.
pub(crate) fn season_started(season: &NumberSeason) -> Reply {
    let released = count(season.released.into(), "number");
    let verb = if season.released == 1 { "is" } else { "are" };
    let priority = match season.priority_until {
        Some(until) => format!(
            "Holders may claim theirs again until {} ({}).",
            instant(until),
            relative(until)
        ),
        None => "Anybody may claim them.".to_owned(),
    };
    Reply::text(format!(
        "🏁 A new season of car numbers has begun: {released} {verb} released. {priority}"
    ))
}
