//! Texts about prizes that were won.

use super::ranks;
use crate::{
    answer::Reply,
    replies::{
        Pick, buttons,
        format::{escape, relative, somebody},
    },
};
use paddock_api_types::{
    UserId,
    points::{Award, AwardState},
};
use std::fmt::Write as _;

/// In place of a rank.
const BY_HAND: &str = "by hand";

/// What options that pick a prize that was won pick.
pub(crate) const ONE: Pick = Pick {
    one: "prize",
    many: "prizes",
    none: "none waits to be handed over",
};
/// What options that pick a prize that was handed over pick.
pub(crate) const ONE_DELIVERED: Pick = Pick {
    one: "prize",
    many: "prizes",
    none: "none was handed over yet",
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
        award.rank_name.as_deref().unwrap_or(BY_HAND),
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
        rank(award),
        escape(&award.season_name),
        state(award),
    );
    if let Some(note) = &award.note {
        let _ = write!(line, "\n  “{}”", escape(note));
    }
    line
}

/// To the admins: a prize that was won, as it stands.
pub(crate) fn won(award: &Award) -> Reply {
    let reply = Reply::text(line(award));
    if award.state == AwardState::Waiting {
        reply.with_buttons(vec![buttons::deliver_award(award.id)])
    } else {
        reply
    }
}

/// To the admins: prizes that wait, after something that lets many members win at the same time.
pub(crate) fn waiting(season_name: &str, count: u32) -> Reply {
    let prizes = match count {
        1 => "1 prize waits".to_owned(),
        count => format!("{count} prizes wait"),
    };
    Reply::text(format!(
        "🎁 {prizes} in **{}** to be handed over. `/award list` with `state` shows them.",
        escape(season_name),
    ))
}

/// For what, in words: a rank, or nothing but an admin's hand.
pub(crate) fn rank(award: &Award) -> String {
    let rank = award.rank_name.as_deref();
    rank.map_or_else(|| BY_HAND.to_owned(), escape)
}

/// After `/award undo`.
pub(crate) fn undelivered(award: &Award) -> Reply {
    let lost = if award.state == AwardState::Withdrawn {
        "\nThe member has lost its rank since, so that it does not wait either."
    } else {
        ""
    };
    Reply::text(format!("Taken back: {}{lost}", line(award)))
}

/// After `/award give`.
pub(crate) fn given(award: &Award) -> Reply {
    Reply::text(format!(
        "Given: {}\n`/award deliver` notes that you handed it over.",
        line(award)
    ))
}

/// To the member: a prize that an admin gave them.
pub(crate) fn given_to_you(server: &str, award: &Award, by: Option<UserId>) -> Reply {
    Reply::text(format!(
        "🎁 {} gave you a prize in **{}**, in {server}: {}. An admin hands it over; `/summary` there \
         shows what you have won.",
        somebody(by),
        escape(&award.season_name),
        ranks::prize(&award.prize),
    ))
}

/// After `/award takeback`.
pub(crate) fn taken_back(award: &Award) -> Reply {
    Reply::text(line(award))
}

/// After `/award deliver` and `/award note`.
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
