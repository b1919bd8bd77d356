//! Texts of the message that displays the code of an attendance session.

use super::{
    BLUE, GREEN, RED, attendance, buttons,
    format::{escape, instant, relative},
};
use crate::answer::Reply;
use paddock_api_types::attendance::{AttendanceCode, AttendanceSession};
use twilight_util::builder::embed::EmbedBuilder;

/// The current code.
pub(crate) fn code(session: &AttendanceSession, code: &AttendanceCode) -> Reply {
    let is_projected = session.display_channel_id != session.channel_id;
    let mut lines = vec![
        format!("# {}", spaced(&code.code)),
        format!("changes {}", relative(code.ends_at)),
    ];
    if let Some(end) = session.closes_at {
        lines.push(format!("closes {}", relative(end)));
    }
    let button = if is_projected {
        ""
    } else {
        ", or with the button"
    };
    lines.push(format!(
        "\nCheck in with `/here {}` in <#{}>{button}.",
        code.code, session.channel_id,
    ));
    if let Some(voice) = session.voice_channel_id {
        lines.push(format!("It counts while you are connected to <#{voice}>."));
    }
    let reply = card(session, &lines, BLUE);
    if is_projected {
        return reply;
    }
    reply.with_buttons(vec![buttons::check_in(session.id)])
}

/// Replaces an expired code while the next one is not known.
pub(crate) fn no_code(session: &AttendanceSession) -> Reply {
    let text = "The code cannot be shown just now. Wait a moment: it comes back here by itself.";
    card(session, &[text.to_owned()], RED)
}

/// Check-in is over, and how it ended is not known yet.
pub(crate) fn over(session: &AttendanceSession) -> Reply {
    card(session, &["Check-in is over.".to_owned()], GREEN)
}

/// How check-in ended.
pub(crate) fn ended(session: &AttendanceSession) -> Reply {
    let closed = session.closed_at.or(session.closes_at);
    let closed = closed.map_or_else(
        || "Check-in is closed.".to_owned(),
        |at| format!("Check-in was closed {}.", instant(at)),
    );
    let lines = [closed, attendance::counts(session)];
    card(session, &lines, GREEN)
}

fn card(session: &AttendanceSession, lines: &[String], color: u32) -> Reply {
    let title = session.title.as_deref();
    let title = title.map_or_else(|| "Attendance".to_owned(), escape);
    let card = EmbedBuilder::new()
        .title(title)
        .description(lines.join("\n"))
        .color(color)
        .build();
    Reply::card(card)
}

/// The code with spaces between its characters, readable from the back of a hall.
fn spaced(code: &str) -> String {
    let characters: Vec<_> = code.chars().map(String::from).collect();
    characters.join(" ")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::test::{show_reply, stub_api::with};
    use serde_json::{Value, json};

    /// A session that was opened at 12:00, with other values.
    pub(crate) fn session(changes: Value) -> AttendanceSession {
        let session = json!({
            "id": "42", "title": "Race *control*", "channel_id": "300", "display_channel_id": "300",
            "role_id": null, "voice_channel_id": null, "code_interval_seconds": 15,
            "grace_seconds": 3, "late_after_minutes": null, "opened_by": "201",
            "opened_at": "2026-03-01T12:00:00Z", "closes_at": null, "closed_at": null,
            "closed_by": null,
            "counts": {"present": 0, "late": 0, "excused": 0, "absent": 0, "missing": 0},
        });
        serde_json::from_value(with(session, changes)).unwrap()
    }

    fn present() -> AttendanceCode {
        serde_json::from_value(json!({
            "code": "K7P4", "starts_at": "2026-03-01T12:00:00Z", "ends_at": "2026-03-01T12:00:15Z",
        }))
        .unwrap()
    }

    #[test]
    fn the_code_is_large_and_can_be_typed() {
        insta::assert_snapshot!(show_reply(&code(&session(json!({})), &present())), @r#"
        # Race \*control\*
        # K 7 P 4
        changes <t:1772366415:R>

        Check in with `/here K7P4` in <#300>, or with the button.
        ["Check in"] "v1:attendance-check-in:42"
        "#);
    }

    #[test]
    fn what_else_counts_stands_below() {
        let session = session(json!({
            "closes_at": "2026-03-01T13:00:00Z", "voice_channel_id": "310", "title": null,
        }));
        insta::assert_snapshot!(show_reply(&code(&session, &present())), @r#"
        # Attendance
        # K 7 P 4
        changes <t:1772366415:R>
        closes <t:1772370000:R>

        Check in with `/here K7P4` in <#300>, or with the button.
        It counts while you are connected to <#310>.
        ["Check in"] "v1:attendance-check-in:42"
        "#);
    }

    #[test]
    fn a_projector_names_the_channel_and_has_no_button() {
        let session = session(json!({"display_channel_id": "301"}));
        insta::assert_snapshot!(show_reply(&code(&session, &present())), @r"
        # Race \*control\*
        # K 7 P 4
        changes <t:1772366415:R>

        Check in with `/here K7P4` in <#300>.
        ");
    }

    #[test]
    fn without_a_code_none_is_shown() {
        insta::assert_snapshot!(show_reply(&no_code(&session(json!({})))), @r"
        # Race \*control\*
        The code cannot be shown just now. Wait a moment: it comes back here by itself.
        ");
        insta::assert_snapshot!(show_reply(&over(&session(json!({})))), @r"
        # Race \*control\*
        Check-in is over.
        ");
    }

    #[test]
    fn the_end_tells_how_many_there_were() {
        let open = session(json!({
            "closed_at": "2026-03-01T13:00:00Z",
            "counts": {"present": 12, "late": 3, "excused": 1, "absent": 0, "missing": 0},
        }));
        insta::assert_snapshot!(show_reply(&ended(&open)), @r"
        # Race \*control\*
        Check-in was closed <t:1772370000:f>.
        **Present** 12
        **Late** 3
        **Excused** 1
        ");
        let expected = session(json!({
            "closes_at": "2026-03-01T13:00:00Z", "role_id": "401",
            "counts": {"present": 0, "late": 0, "excused": 0, "absent": 2, "missing": 0},
        }));
        insta::assert_snapshot!(show_reply(&ended(&expected)), @r"
        # Race \*control\*
        Check-in was closed <t:1772370000:f>.
        **Present** 0
        **Late** 0
        **Excused** 0
        **Absent** 2
        **Missing** 0
        ");
    }
}
