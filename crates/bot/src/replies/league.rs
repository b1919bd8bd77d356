//! Texts about the iRacing league: links to its drivers, and its roster.

mod differences;
mod links;

pub(crate) use differences::{difference, none, title};
pub(crate) use links::{LINKED_AND_NOT, UNLINKED, ask_for_consent, link_line, linked};

use super::{
    BLUE,
    format::{count, relative},
};
use crate::answer::Reply;
use paddock_api_types::league::{
    LeagueSync, RosterImported, RosterSnapshot, RosterSource, SyncFailure,
};
use std::fmt::Write as _;
use twilight_util::builder::embed::EmbedBuilder;

/// To a roster that is neither JSON nor CSV by its name.
pub(crate) const NEITHER: &str = "I cannot tell what that file is. Give it a name that ends with \
     `.json` for an answer of iRacing, or with `.csv`.";
/// To a roster that is no JSON.
pub(crate) const NOT_JSON: &str = "That file is not JSON. Save the answer of iRacing's \
     `league/roster` as it is, and upload it again.";

/// Why reading the roster failed, as the beginning of a sentence.
pub(crate) fn failure(failure: SyncFailure) -> &'static str {
    match failure {
        SyncFailure::SignInRefused => {
            "iRacing refuses Paddock's sign-in; the operator has to look at it"
        }
        SyncFailure::LeagueNotVisible => "The account that reads may not see this league",
        SyncFailure::Maintenance => "iRacing is down for maintenance",
        SyncFailure::RateLimited => "iRacing asks to slow down",
        SyncFailure::Unavailable => "iRacing cannot be reached",
        SyncFailure::Unreadable => "iRacing's answer cannot be read",
    }
}

/// `/sync` and `/syncstatus`.
pub(crate) fn sync(sync: &LeagueSync) -> Reply {
    let title = match sync.league_id {
        Some(league) => format!("iRacing league {league}"),
        None => "iRacing league".to_owned(),
    };
    let mut lines: Vec<_> = sync.rosters.iter().map(roster).collect();
    if lines.is_empty() {
        lines.push(missing(sync));
    }
    if let Some(at) = sync.tried_at {
        let mut line = format!("**iRacing was asked** {}", relative(at));
        if let Some(why) = sync.failure {
            let _ = write!(line, ": {}", failure(why));
        }
        lines.push(line);
    }
    let next = sync.next_at.map(relative);
    lines.extend(next.map(|at| format!("**It is asked next** {at}")));
    lines.push(compared(sync));
    let card = EmbedBuilder::new()
        .title(title)
        .description(lines.join("\n"))
        .color(BLUE);
    Reply::card(card.build())
}

fn roster(roster: &RosterSnapshot) -> String {
    let source = match roster.source {
        RosterSource::Live => "From iRacing",
        RosterSource::File => "Uploaded, of iRacing",
        RosterSource::Csv => "Uploaded, as CSV",
        RosterSource::Races => "Seen in races, the last one",
    };
    let current = if roster.current {
        " · claims are compared with it"
    } else {
        ""
    };
    format!(
        "**{source}** {} · {}, {} with a number{current}",
        relative(roster.taken_at),
        count(roster.drivers.into(), "driver"),
        roster.numbered,
    )
}

/// Without any roster, what gets one.
fn missing(sync: &LeagueSync) -> String {
    let next = match (sync.league_id, sync.live) {
        (_, false) => "`/numbers roster-upload` uploads one.",
        (None, true) => "`/config league` sets the league, then `/sync` reads it.",
        (Some(_), true) => "`/sync` reads it from iRacing.",
    };
    format!("No roster is known yet. {next}")
}

/// How many differences of each kind there are, or one line where there is nothing to compare.
fn compared(sync: &LeagueSync) -> String {
    let current = sync.rosters.iter().find(|roster| roster.current);
    let counts = sync.counts;
    match current {
        None => format!("\n✏️ {} to assign in iRacing", counts.to_assign),
        Some(roster) if roster.numbered == 0 => format!(
            "\nNobody on the roster has a number yet: all {} claimed are still to be assigned in \
             iRacing.",
            counts.to_assign
        ),
        Some(_) => format!(
            "\n✅ {} match\n✏️ {} to assign in iRacing\n⚠️ {} clash\n👤 {} on the roster without a \
             claim\n👥 {} doubled in iRacing",
            counts.matches, counts.to_assign, counts.clashes, counts.roster_only, counts.doubled
        ),
    }
}

/// After `/numbers roster-upload`.
pub(crate) fn uploaded(imported: &RosterImported) -> Reply {
    let roster = &imported.roster;
    let mut text = format!(
        "✅ Uploaded: {}, {} with a number ({} new, {} changed, {} gone).",
        count(roster.drivers.into(), "driver"),
        roster.numbered,
        imported.added,
        imported.changed,
        imported.removed,
    );
    if roster.current {
        text.push_str(" `/syncstatus` compares it with what is claimed.");
    } else if roster.numbered == 0 {
        text.push_str(" Nobody on it has a number, so claims are compared with another roster.");
    } else {
        text.push_str(" A newer roster is there, which claims are compared with.");
    }
    Reply::text(text)
}
