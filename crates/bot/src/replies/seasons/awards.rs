//! Texts about prizes that were won.

use super::ranks;
use crate::{
    answer::Reply,
    replies::{
        Pick,
        format::{escape, relative, somebody},
    },
};
use paddock_api_types::points::{Award, AwardState};
use std::fmt::Write as _;

/// What options that pick a prize that was won pick.
pub(crate) const ONE: Pick = Pick {
    one: "prize",
    many: "prizes",
    none: "none waits to be handed over",
};
/// `/award list` without any.
pub(crate) const NONE: &str = "No such prize was won yet. `/prize list` shows what can be.";

/// Title of `/award list`.
pub(crate) fn title(state: Option<AwardState>) -> &'static str {
    match state {
        None => "Prizes won",
        Some(AwardState::Granted) => "Roles won",
        Some(AwardState::Waiting) => "Prizes to hand over",
        Some(AwardState::Delivered) => "Prizes handed over",
        Some(AwardState::Withdrawn) => "Prizes taken back",
    }
}

/// One suggestion.
pub(crate) fn choice(award: &Award) -> String {
    format!(
        "{} · {} · {} · {}",
        award.display_name,
        award.rank_name,
        award.season_name,
        award.prize.description.as_deref().unwrap_or("role"),
    )
}

/// One line of `/award list`.
pub(crate) fn line(award: &Award) -> String {
    let mut line = format!(
        "🎁 {} · <@{}> **{}** · {} in **{}** · {}",
        ranks::prize(&award.prize),
        award.user_id,
        escape(&award.display_name),
        escape(&award.rank_name),
        escape(&award.season_name),
        state(award),
    );
    if let Some(note) = &award.note {
        let _ = write!(line, "\n  “{}”", escape(note));
    }
    line
}

/// After `/award deliver`.
pub(crate) fn delivered(award: &Award) -> Reply {
    Reply::text(format!("Noted: {}", line(award)))
}

fn state(award: &Award) -> String {
    match award.state {
        AwardState::Granted => format!("given {}", relative(award.awarded_at)),
        AwardState::Waiting => format!("waiting since {}", relative(award.awarded_at)),
        AwardState::Delivered => {
            let at = award.delivered_at.unwrap_or(award.awarded_at);
            format!(
                "handed over by {} {}",
                somebody(award.delivered_by),
                relative(at)
            )
        }
        AwardState::Withdrawn => "taken back".to_owned(),
    }
}
