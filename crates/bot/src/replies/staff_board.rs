//! The status board of the staff, which has to fit one embed.

use super::{
    BLUE,
    format::{escape, relative},
    staff::{sign, word},
};
use crate::answer::Reply;
use paddock_api_types::staff::{StaffBoard, StaffOnBoard};
use std::fmt::Write as _;
use twilight_util::builder::embed::EmbedBuilder;

/// Discord's limit for the text of an embed, in characters as JavaScript counts them.
const LIMIT: usize = 4096;
/// Room for the line that says how many more there are.
const MORE: usize = 30;

/// The message.
pub(crate) fn board(board: &StaffBoard) -> Reply {
    let card = EmbedBuilder::new()
        .title("Who of the staff is there")
        .description(text(board))
        .color(BLUE);
    Reply::card(card.build())
}

fn text(board: &StaffBoard) -> String {
    let mut text = match board.total {
        0 => "Nobody is on the roster yet.".to_owned(),
        total => format!("**{} of {total}** are there.", board.there),
    };
    if let Some(limitation) = &board.limitation {
        let _ = write!(text, "\n⚠️ {}", escape(limitation));
    }
    text.push('\n');
    let mut named = 0;
    for member in &board.members {
        let line = line(member);
        if length(&text) + 1 + length(&line) + MORE > LIMIT {
            break;
        }
        text.push('\n');
        text.push_str(&line);
        named += 1;
    }
    if board.total > named {
        let _ = write!(text, "\n… and {} more", board.total - named);
    }
    text
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

fn line(member: &StaffOnBoard) -> String {
    let name = escape(&member.display_name);
    let mut line = format!("{} **{name}**", sign(member.status));
    if let Some(title) = &member.title {
        let _ = write!(line, " · {}", escape(title));
    }
    let _ = write!(line, " · {}", word(member.status, member.unknown_because));
    if let Some(since) = member.on_duty_since {
        let _ = write!(line, " · on duty (said) {}", relative(since));
    }
    if let Some(until) = member.away_until {
        let _ = write!(line, " · 🏖️ away until {until}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use paddock_api_types::UserId;
    use paddock_api_types::staff::{StaffStatus, UnknownBecause};

    fn member(id: i64, name: &str, status: StaffStatus) -> StaffOnBoard {
        StaffOnBoard {
            user_id: UserId::new(id).unwrap(),
            display_name: name.to_owned(),
            title: None,
            status,
            unknown_because: None,
            on_duty_since: None,
            away_until: None,
        }
    }

    #[test]
    fn each_status_has_a_sign_and_a_word() {
        let ada = StaffOnBoard {
            title: Some("Steward".to_owned()),
            on_duty_since: Some("2026-12-01T18:00:00Z".parse().unwrap()),
            ..member(1, "A*da", StaffStatus::Dnd)
        };
        let ben = StaffOnBoard {
            unknown_because: Some(UnknownBecause::NotInServer),
            away_until: Some("2026-12-24".parse().unwrap()),
            ..member(2, "Ben", StaffStatus::Unknown)
        };
        let others = [StaffStatus::Online, StaffStatus::Idle, StaffStatus::Offline];
        let others = others.map(|status| member(3, "Cy", status));
        let shown = text(&StaffBoard {
            members: [ada, ben].into_iter().chain(others).collect(),
            total: 5,
            there: 3,
            limitation: Some("Nobody sees.".to_owned()),
        });
        let lines: Vec<_> = shown.lines().collect();
        let expected = [
            "**3 of 5** are there.",
            "⚠️ Nobody sees.",
            "",
            r"⛔ **A\*da** · Steward · do not disturb · on duty (said) <t:1796148000:R>",
            "❔ **Ben** · not in the server · 🏖️ away until 2026-12-24",
            "🟢 **Cy** · online",
            "🌙 **Cy** · idle",
            "⚫ **Cy** · offline",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let long = |id| StaffOnBoard {
            title: Some("🏁".repeat(100)),
            ..member(id, &"x".repeat(60), StaffStatus::Online)
        };
        let shown = text(&StaffBoard {
            members: (1..=60).map(long).collect(),
            total: 500,
            there: 500,
            limitation: None,
        });
        assert!(length(&shown) <= LIMIT, "{}", length(&shown));
        let named = shown.lines().filter(|line| line.contains("**xxx")).count();
        assert!(named > 5);
        assert!(
            shown.ends_with(&format!("\n… and {} more", 500 - named)),
            "{shown}"
        );
        let few = text(&StaffBoard {
            members: vec![member(1, "Ada", StaffStatus::Online)],
            total: 1,
            there: 1,
            limitation: None,
        });
        assert!(!few.contains("more"), "{few}");
    }
}
