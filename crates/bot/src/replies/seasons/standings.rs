//! Texts about points, and about who has how many.

use super::{awards, name, ranks, submissions};
use crate::{
    answer::Reply,
    replies::{
        BLUE,
        format::{escape, fit, number, person, points, relative, somebody},
    },
};
use paddock_api_types::{
    UserId,
    points::{
        Adjustment, AwardState, ItemTotal, LeaderboardRow, LedgerEntry, LedgerKind, NextRank,
        PointsChange, SeasonSummary,
    },
    seasons::{Prize, RankName, Season},
};
use std::fmt::Write as _;
use twilight_model::channel::message::Embed;
use twilight_util::builder::embed::EmbedBuilder;

/// Characters of a list inside a message, whose limit is 2000.
const LINES_LIMIT: usize = 1200;

/// Characters of a summary below something else.
const CARD_LIMIT: usize = 3000;

/// Title of `/leaderboard`.
pub(crate) fn title(season: &Season) -> String {
    format!("Leaderboard of {}", escape(&season.name))
}

/// `/leaderboard` without anybody.
pub(crate) fn nobody_in(season: &Season) -> String {
    format!(
        "Nobody is in the leaderboard of {} yet. `/join` takes part.",
        name(season)
    )
}

/// One line of `/leaderboard`.
pub(crate) fn line(row: &LeaderboardRow) -> String {
    let mut line = format!(
        "{} **{}** · {}",
        place(row.place),
        escape(&row.display_name),
        points(row.points)
    );
    if let Some(rank) = &row.rank {
        line.push_str(" · ");
        line.push_str(&ranks::short(rank));
    }
    line
}

/// The asker's own row, below the others.
pub(crate) fn own_line(row: &LeaderboardRow) -> String {
    format!("\n\nAsked by <@{}>:\n{}", row.user_id, line(row))
}

/// Title of `/summary`.
pub(crate) fn summary_title(summary: &SeasonSummary) -> String {
    format!(
        "{} in {}",
        escape(&summary.display_name),
        escape(&summary.season.name)
    )
}

/// `/summary`, line by line.
pub(crate) fn summary(summary: &SeasonSummary) -> Vec<String> {
    let mut lines = vec![format!("**Points** {}", number(summary.points))];
    if let Some(place) = summary.place {
        lines.push(format!("**Place** {place}"));
    }
    match &summary.rank {
        Some(rank) => lines.push(format!("**Rank** {}", ranks::short(rank))),
        None => lines.push("**Rank** none yet".to_owned()),
    }
    lines.extend(summary.next_rank.as_ref().map(next_rank));
    if summary.pending_submissions > 0 {
        lines.push(format!(
            "**Waiting for a review** {}",
            submissions::waiting(summary.pending_submissions)
        ));
    }
    if summary.joined_at.is_none() {
        lines.push("Not joined yet: `/join` takes part.".to_owned());
    }
    if !summary.items.is_empty() {
        lines.push("\n**Items**".to_owned());
        lines.extend(summary.items.iter().map(item));
    }
    if !summary.changes.is_empty() {
        lines.push("\n**Given and taken**".to_owned());
        lines.extend(summary.changes.iter().map(change));
    }
    if !summary.awards.is_empty() {
        lines.push("\n**Prizes**".to_owned());
        lines.extend(summary.awards.iter().map(|award| {
            let state = match award.state {
                AwardState::Granted => "yours",
                AwardState::Waiting => "an admin hands it over",
                AwardState::Delivered => "handed over",
                AwardState::Withdrawn => "taken back",
            };
            let rank = awards::rank(award);
            format!("🎁 {} · {rank} · {state}", ranks::prize(&award.prize))
        }));
    }
    lines
}

/// A summary below something else.
pub(crate) fn card(of: &SeasonSummary) -> Embed {
    let mut lines = summary(of);
    fit(&mut lines, CARD_LIMIT, |left| {
        format!("… and {left} more lines: `/summary` shows them")
    });
    EmbedBuilder::new()
        .title(summary_title(of))
        .description(lines.join("\n"))
        .color(BLUE)
        .build()
}

/// An entry of the ledger, for the member.
fn change(entry: &LedgerEntry) -> String {
    let mut line = format!(
        "{} · {} · {}",
        signed(entry.points),
        kind(entry.kind),
        relative(entry.created_at),
    );
    if let Some(by) = entry.actor_id {
        let _ = write!(line, " · by <@{by}>");
    }
    if let Some(reason) = &entry.reason {
        let _ = write!(line, "\n  “{}”", escape(reason));
    }
    line
}

/// Points with their sign.
fn signed(amount: i64) -> String {
    let sign = if amount > 0 { "+" } else { "" };
    format!("{sign}{}", points(amount))
}

/// Why points came or went.
fn kind(kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Submission => "submission",
        LedgerKind::Correction => "corrected submission",
        LedgerKind::Reversal => "submission taken back",
        LedgerKind::Adjustment => "by hand",
        LedgerKind::Attendance => "attendance",
        LedgerKind::Result => "results",
        LedgerKind::Penalty => "penalty",
    }
}

/// Points that somebody else gave or took, for the member.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Changed<'a> {
    /// The server.
    pub(crate) server: &'a str,
    /// Name of the season.
    pub(crate) season_name: &'a str,
    /// Why.
    pub(crate) kind: LedgerKind,
    /// How many, and what that did.
    pub(crate) change: &'a PointsChange,
    /// In the words of who did it, or what it was for.
    pub(crate) reason: Option<&'a str>,
    /// Who did it.
    pub(crate) by: Option<UserId>,
}

/// To the member, when somebody else gave or took points.
pub(crate) fn changed(changed: &Changed<'_>) -> Reply {
    let (verb, preposition) = if changed.change.points < 0 {
        ("took", "from")
    } else {
        ("gave", "to")
    };
    let mut text = format!(
        "{} {verb} {} {preposition} you in **{}**, {} ({}).",
        somebody(changed.by),
        points(changed.change.points.saturating_abs()),
        escape(changed.season_name),
        changed.server,
        kind(changed.kind),
    );
    if let Some(reason) = changed.reason {
        let _ = write!(text, "\n“{}”", escape(reason));
    }
    text.push('\n');
    text.push_str(yours(Some(changed.change)).trim_start());
    text.push_str(" `/summary` there shows all of it.");
    Reply::text(text)
}

fn next_rank(next: &NextRank) -> String {
    format!(
        "**Next** {} from {}, {} missing",
        ranks::short(&next.rank),
        points(next.threshold),
        next.missing
    )
}

fn item(item: &ItemTotal) -> String {
    format!(
        "{} × {} · {}",
        escape(&item.name),
        item.quantity,
        points(item.points)
    )
}

/// After `/points adjust`.
pub(crate) fn adjusted(season: &Season, adjustment: &Adjustment) -> Reply {
    let entry = &adjustment.entry;
    let (verb, preposition) = if entry.points < 0 {
        ("Took", "from")
    } else {
        ("Gave", "to")
    };
    let amount = entry.points.saturating_abs();
    Reply::text(format!(
        "{verb} {} {preposition} <@{}> in {}.{}",
        points(amount),
        entry.user_id,
        name(season),
        theirs(Some(&adjustment.change), "They have"),
    ))
}

/// What a change left the reader with, as further sentences; nothing where nothing changed.
pub(super) fn yours(change: Option<&PointsChange>) -> String {
    match change {
        None => String::new(),
        Some(PointsChange {
            total,
            rank: Some(rank),
            promoted: true,
            ..
        }) => format!(
            " You have {} now.\n🎉 Congratulations, you reached {}!",
            points(*total),
            ranks::short(rank)
        ),
        Some(change) => theirs(Some(change), "You have"),
    }
}

/// What a change left somebody else with.
pub(super) fn theirs(change: Option<&PointsChange>, who_has: &str) -> String {
    let Some(change) = change else {
        return String::new();
    };
    let rank = match &change.rank {
        Some(rank) if change.promoted => format!(" and reached {}", ranks::short(rank)),
        Some(rank) => format!(", rank {}", ranks::short(rank)),
        None => String::new(),
    };
    let lost = match lost(change) {
        Some(lost) => format!(" {} is lost.", ranks::short(lost)),
        None => String::new(),
    };
    format!(" {who_has} {} now{rank}.{lost}", points(change.total))
}

/// The rank that a change took.
fn lost(change: &PointsChange) -> Option<&RankName> {
    let position = |rank: &Option<RankName>| rank.as_ref().map_or(0, |rank| rank.position);
    let fell = position(&change.rank) < position(&change.rank_before);
    change.rank_before.as_ref().filter(|_| fell)
}

/// Somebody climbed to a rank, for everybody to read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Promotion<'a> {
    /// The member.
    pub(crate) user_id: UserId,
    /// Their name.
    pub(crate) display_name: &'a str,
    /// Name of the season.
    pub(crate) season_name: &'a str,
    /// The rank that they reached.
    pub(crate) rank: &'a RankName,
    /// Their points.
    pub(crate) points: i64,
    /// What they won.
    pub(crate) prizes: &'a [Prize],
}

/// To everybody, when somebody climbed.
pub(crate) fn promoted(promotion: &Promotion<'_>) -> Reply {
    let head = format!(
        "🎉 {} reached {} in **{}** with {}!",
        person(promotion.user_id, promotion.display_name),
        ranks::short(promotion.rank),
        escape(promotion.season_name),
        points(promotion.points),
    );
    let prize = |prize: &Prize| format!("🎁 {}", ranks::prize(prize));
    let mut lines: Vec<_> = promotion.prizes.iter().map(prize).collect();
    fit(&mut lines, LINES_LIMIT, |left| {
        format!("🎁 and {left} more: `/summary` shows them")
    });
    lines.insert(0, head);
    Reply::text(lines.join("\n"))
}

/// To everybody, when a season has ended.
pub(crate) fn closed(season: &Season, top: &[LeaderboardRow]) -> Reply {
    let mut lines: Vec<_> = top.iter().map(line).collect();
    fit(&mut lines, LINES_LIMIT, |left| format!("… and {left} more"));
    lines.insert(
        0,
        format!("🏁 {} is over. Well done, everybody!", name(season)),
    );
    lines.push("`/leaderboard` and `/summary` with `season` show the rest.".to_owned());
    Reply::text(lines.join("\n"))
}

fn place(place: u32) -> String {
    match place {
        1 => "🥇".to_owned(),
        2 => "🥈".to_owned(),
        3 => "🥉".to_owned(),
        place => format!("{place}."),
    }
}
