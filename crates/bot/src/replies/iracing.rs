//! Texts about connected iRacing accounts and what was driven.

use super::{
    BLUE,
    format::{count, escape, fit, relative},
};
use crate::answer::Reply;
use paddock_api_types::iracing::{
    DrivenSession, DrivenSessionType, IracingInvitation, IracingStatus, IracingSynced,
};
use std::fmt::Write as _;
use twilight_model::channel::message::component::Button;
use twilight_util::builder::embed::EmbedBuilder;

/// Title of `/sessions`.
pub(crate) const SESSIONS: &str = "Your sessions";
/// `/sessions` without any.
pub(crate) const NO_SESSIONS: &str = "No session of yours is known yet. `/connect` connects your \
     iRacing account, then `/syncsessions` reads them.";
/// `/disconnect` without a connection.
pub(crate) const NOT_CONNECTED: &str =
    "You have connected no iRacing account. `/connect` connects one.";
/// After `/disconnect`.
pub(crate) const DISCONNECTED: &str = "Your iRacing account is disconnected, and Paddock's access is \
     given back to iRacing. What you drove stays; `/privacy delete` removes everything about you.";

/// Characters of the reasons that a sync lists.
const REASONS: usize = 1_500;

/// `/connect`: how it stands, and the way to iRacing, by a button where there can be one.
pub(crate) fn connect(
    status: &IracingStatus,
    invitation: &IracingInvitation,
    button: Option<Button>,
) -> Reply {
    let mut text = match (status.connected, status.is_expired) {
        (true, true) => {
            "⚠️ iRacing ended the connection of your account. Connect it again.\n".to_owned()
        }
        (true, false) => {
            let read = status.last_synced_at.map_or_else(
                || "your sessions are about to be read".to_owned(),
                |at| format!("sessions read {}", relative(at)),
            );
            format!(
                "✅ Your account {} is connected; {read}.\n",
                account(status)
            )
        }
        (false, _) => String::new(),
    };
    let way = if button.is_some() {
        "The button leads".to_owned()
    } else {
        let url = &invitation.url;
        format!(
            "Discord opens only public addresses. Copy this one into your browser: `{url}`\nIt leads"
        )
    };
    let _ = write!(
        text,
        "{way} to iRacing's own page, where you sign in and allow Paddock to read your league \
         and hosted sessions. It is for you alone, works once, and ends {}. Nobody sees your iRacing \
         name unless you agree with `/link`.",
        relative(invitation.expires_at)
    );
    Reply::text(text).with_buttons(button.into_iter().collect())
}

/// Before `/disconnect`.
pub(crate) fn ask_to_disconnect(status: &IracingStatus) -> String {
    format!(
        "Disconnect {}? Paddock then reads no more sessions of yours. What you drove stays, and so does \
         your link; `/link remove:True` takes that away.",
        account(status)
    )
}

fn account(status: &IracingStatus) -> String {
    match (&status.display_name, status.cust_id) {
        (Some(name), _) => format!("**{}**", escape(name)),
        (None, Some(id)) => format!("**{id}**"),
        (None, None) => "of iRacing".to_owned(),
    }
}

/// After `/syncsessions`.
pub(crate) fn synced(synced: &IracingSynced) -> Reply {
    let sign = if synced.errors == 0 { "✅" } else { "⚠️" };
    let mut lines: Vec<_> = synced.error_details.iter().map(|it| escape(it)).collect();
    fit(&mut lines, REASONS, |more| format!("… and {more} more"));
    lines.insert(0, format!("{sign} {}", synced.message));
    if synced.synced > 0 {
        lines.push("`/sessions` shows them.".to_owned());
    }
    Reply::text(lines.join("\n"))
}

/// One line of `/sessions`.
pub(crate) fn session(session: &DrivenSession) -> String {
    let kind = match session.session_type {
        DrivenSessionType::League => session.league_name.as_deref().unwrap_or("League"),
        DrivenSessionType::Hosted => "Hosted",
        DrivenSessionType::Official => "Official",
    };
    let track = session.track_name.as_deref().unwrap_or("Unknown track");
    let mut line = format!("**{}** · {}", escape(track), escape(kind));
    if let Some(at) = session.start_time {
        let _ = write!(line, " · {}", relative(at));
    }
    let it = &session.participant;
    let mut told = Vec::new();
    told.extend(it.finish_position.map(|place| format!("P{place}")));
    told.extend(it.laps_completed.map(|laps| count(laps.into(), "lap")));
    told.extend(it.best_lap_time.map(|best| format!("best {}", lap(best))));
    told.extend(it.incidents.map(|points| format!("{points}x")));
    told.extend(session.car_name.as_deref().map(escape));
    if told.is_empty() {
        told.push("iRacing has given no results yet".to_owned());
    }
    format!("{line}\n{}", told.join(" · "))
}

/// A lap of so many seconds, as iRacing writes it.
fn lap(seconds: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no lap takes longer than a session"
    )]
    let thousandths = (seconds * 1000.0).round() as i64;
    let (minutes, rest) = (thousandths / 60_000, thousandths % 60_000);
    format!("{minutes}:{:02}.{:03}", rest / 1000, rest % 1000)
}

/// To a member whose connection iRacing ended.
pub(crate) fn ended(server: &str) -> Reply {
    let card = EmbedBuilder::new()
        .title("iRacing ended the connection")
        .description(format!(
            "Paddock can no longer read your iRacing sessions for {server}. Nothing is lost: use \
             `/connect` there to connect your account again."
        ))
        .color(BLUE);
    Reply::card(card.build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laps_read_as_in_iracing() {
        assert_eq!(lap(118.4206), "1:58.421");
        assert_eq!(lap(59.9996), "1:00.000");
        assert_eq!(lap(77.0), "1:17.000");
    }
}
