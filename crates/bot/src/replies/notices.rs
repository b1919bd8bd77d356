//! Texts of the messages that the API asks for.

use super::{
    BLUE, buttons,
    format::{count, escape},
    iracing,
    members::{self, Review},
    numbers::{self as texts, notices as numbers},
    seasons::{
        self, awards,
        standings::{self, Changed, Promotion},
        submissions,
    },
    staff_board,
};
use crate::answer::Reply;
use paddock_api_types::{CarNumber, GuildId, UserId, effects::Notice};
use twilight_util::builder::embed::EmbedBuilder;

/// The message of a notice about something in a guild.
#[expect(clippy::too_many_lines, reason = "an arm for each notice")]
pub(crate) fn notice(guild: GuildId, notice: &Notice) -> Reply {
    match notice {
        Notice::RegistrationPending {
            user_id,
            display_name,
            external_id,
        } => registration(*user_id, display_name, external_id.as_deref()),
        Notice::RegistrationReviewed {
            user_id,
            display_name,
            status,
            reason,
            decided_by,
        } => members::reviewed(&Review {
            user_id: *user_id,
            display_name,
            status: *status,
            reason: reason.as_deref(),
            by: *decided_by,
        }),
        Notice::Verified { guild_name } => verified(&server(guild_name.as_ref())),
        Notice::IracingConnectionEnded { guild_name: it } => iracing::ended(&server(it.as_ref())),
        Notice::Rejected { guild_name, reason } => {
            rejected(&server(guild_name.as_ref()), reason.as_deref())
        }
        Notice::SubmissionReview { submission } => submissions::review(submission),
        Notice::SubmissionDecided {
            guild_name,
            submission,
            change,
        } => submissions::decided(&server(guild_name.as_ref()), submission, change.as_ref()),
        Notice::PointsChanged {
            guild_name,
            season_name,
            kind,
            change,
            reason,
            by,
        } => standings::changed(&Changed {
            server: &server(guild_name.as_ref()),
            season_name,
            kind: *kind,
            change,
            reason: reason.as_deref(),
            by: *by,
        }),
        Notice::AwardGiven {
            guild_name,
            award,
            by,
        } => awards::given_to_you(&server(guild_name.as_ref()), award, *by),
        Notice::Enrolled {
            guild_name,
            season,
            by,
        } => seasons::enrolled(&server(guild_name.as_ref()), season, *by),
        Notice::PrizeWon { award } => awards::won(award),
        Notice::PrizesWaiting { season_name, count } => awards::waiting(season_name, *count),
        Notice::Promoted {
            user_id,
            display_name,
            season_name,
            rank,
            points,
            prizes,
        } => standings::promoted(&Promotion {
            user_id: *user_id,
            display_name,
            season_name,
            rank,
            points: *points,
            prizes,
        }),
        Notice::NumberClaimed { claim } => numbers::claimed(claim),
        Notice::NumberReleased { number, class_name } => {
            numbers::released(number, class_name.as_deref())
        }
        Notice::NumberTakenBack {
            guild_name: server,
            number,
            class_name: class,
            reason,
        } => taken_back(server.as_ref(), number, class.as_deref(), reason.as_deref()),
        Notice::NumberHeld {
            guild_name,
            wait,
            until,
        } => numbers::held(guild, &server(guild_name.as_ref()), wait, *until),
        Notice::NumberTradeOffered { guild_name, trade } => {
            numbers::trade_offered(guild, &server(guild_name.as_ref()), trade)
        }
        Notice::NumberTradeDecided { guild_name, trade } => {
            numbers::trade_decided(&server(guild_name.as_ref()), trade)
        }
        Notice::NumberSeasonStarted { priority_until } => numbers::season_started(*priority_until),
        Notice::SeasonOpened { season } => seasons::opened(season),
        Notice::SeasonClosed { season, top } => standings::closed(season, top),
        Notice::Missed {
            promotions,
            claims,
            releases,
        } => missed(*promotions, *claims, *releases),
        Notice::StaffBoard { board } => staff_board::board(board),
    }
}

fn verified(server: &str) -> Reply {
    Reply::text(format!(
        "You are verified in {server}. Welcome! `/help` there shows what you can do."
    ))
}

/// In place of announcements that could not be posted for a while.
fn missed(promotions: u32, claims: u32, releases: u32) -> Reply {
    let mut lines = vec!["**While nothing could be posted here**".to_owned()];
    if promotions > 0 {
        let reached = count(promotions.into(), "rank");
        lines.push(format!("{reached} reached: see `/leaderboard`"));
    }
    if claims > 0 {
        let claimed = count(claims.into(), "number");
        lines.push(format!("{claimed} claimed: see `/roster`"));
    }
    if releases > 0 {
        let free = count(releases.into(), "number");
        lines.push(format!("{free} released: see `/available`"));
    }
    Reply::text(lines.join("\n"))
}

fn taken_back(
    name: Option<&String>,
    number: &CarNumber,
    class: Option<&str>,
    reason: Option<&str>,
) -> Reply {
    numbers::taken_back(&server(name), &texts::number(number, class), reason)
}

fn registration(user: UserId, display_name: &str, external_id: Option<&str>) -> Reply {
    let mut text = format!("<@{user}> as **{}**", escape(display_name));
    if let Some(external_id) = external_id {
        text.push_str("\n**External id** ");
        text.push_str(&escape(external_id));
    }
    let card = EmbedBuilder::new()
        .title("Someone registered")
        .description(text)
        .color(BLUE)
        .build();
    Reply::card(card).with_buttons(buttons::review_member(user))
}

fn rejected(server: &str, reason: Option<&str>) -> Reply {
    Reply::text(match reason {
        Some(reason) => format!(
            "Your registration in {server} was turned down: {}\n\
             Talk to an admin there if you think that is a mistake.",
            escape(reason),
        ),
        None => format!(
            "Your registration in {server} was turned down. \
             Talk to an admin there if you think that is a mistake."
        ),
    })
}

fn server(name: Option<&String>) -> String {
    name.map_or_else(
        || "the server".to_owned(),
        |name| format!("**{}**", escape(name)),
    )
}

#[cfg(test)]
mod tests;
