//! Texts about submissions.

use super::{proof, standings};
use crate::{
    answer::Reply,
    replies::{
        BLUE, GREEN, Pick, RED, buttons,
        format::{count, escape, person, points, relative, somebody},
    },
};
use paddock_api_types::{
    points::PointsChange,
    seasons::Season,
    submissions::{Submission, SubmissionResult, SubmissionState},
};
use std::fmt::Write as _;
use twilight_util::builder::embed::{EmbedBuilder, EmbedFieldBuilder};

/// What options that pick a submission pick.
pub(crate) const ONE: Pick = Pick {
    one: "submission",
    many: "submissions",
    none: "nothing was submitted yet",
};
/// To `/submit` with two proofs.
pub(crate) const TWO_PROOFS: &str =
    "Give one proof: either a file with `proof`, or an address with `link`. Try again with one.";
/// To a form that was sent without a reason.
pub(crate) const NO_REASON: &str =
    "The member should know why. Press the button again and give a reason.";
/// Title of `/review`.
pub(crate) const QUEUE: &str = "Waiting for a review";
/// `/review` without any.
pub(crate) const QUEUE_EMPTY: &str = "Nothing waits for a review. 🎉";
/// Title of `/review` with a season.
pub(crate) fn queue_title(season: &Season) -> String {
    format!("{QUEUE} in {}", escape(&season.name))
}

/// The same without any.
pub(crate) fn queue_empty(season: &Season) -> String {
    format!("Nothing waits for a review in {}. 🎉", super::name(season))
}

/// One suggestion. Its time (UTC) and state come first: those distinguish equal ones, and a phone
/// shows little more.
pub(crate) fn choice(submission: &Submission) -> String {
    format!(
        "{} · {} · {} × {} · {}",
        made(submission),
        state(submission.state),
        submission.item_name,
        submission.quantity,
        submission.display_name,
    )
}

/// When it was made, by which people tell their submissions apart.
pub(crate) fn made(submission: &Submission) -> String {
    submission.submitted_at.strftime("%m-%d %H:%M").to_string()
}

/// A submission as it stands, with buttons while it waits.
pub(crate) fn review(submission: &Submission) -> Reply {
    let mut lines = vec![
        format!(
            "{} in **{}**",
            person(submission.user_id, &submission.display_name),
            escape(&submission.season_name),
        ),
        format!(
            "**{}** ({} × {})",
            points(submission.points),
            submission.quantity,
            submission.points_each
        ),
    ];
    if let Some(url) = &submission.proof_url {
        lines.push(format!("**Proof** {}", proof::link(url)));
    }
    let mut submitted = format!("**Submitted** {}", relative(submission.submitted_at));
    if submission.submitted_by != submission.user_id {
        let _ = write!(submitted, " by <@{}>", submission.submitted_by);
    }
    lines.push(submitted);
    lines.push(verdict(submission));
    let mut card = EmbedBuilder::new()
        .title(format!(
            "{} × {}",
            escape(&submission.item_name),
            submission.quantity
        ))
        .description(lines.join("\n"))
        .color(match submission.state {
            SubmissionState::Pending => BLUE,
            SubmissionState::Approved => GREEN,
            _ => RED,
        });
    for (name, text) in [("Note", &submission.note), ("Reason", &submission.reason)] {
        if let Some(text) = text {
            card = card.field(EmbedFieldBuilder::new(name, escape(text)));
        }
    }
    if let Some(picture) = submission.proof_url.as_deref().and_then(proof::picture) {
        card = card.image(picture);
    }
    let reply = Reply::card(card.build());
    match submission.state {
        SubmissionState::Pending => reply.with_buttons(buttons::review_submission(submission)),
        _ => reply,
    }
}

/// One line of `/submissions`; its title names the season and the member.
pub(crate) fn line(submission: &Submission) -> String {
    let mut line = format!(
        "{} {} · {} · {}",
        sign(submission.state),
        what(submission),
        points(submission.points),
        relative(submission.submitted_at),
    );
    match submission.state {
        SubmissionState::Pending => {}
        SubmissionState::Expired => line.push_str("\n  the season ended first"),
        decided => {
            let by = somebody(submission.decided_by);
            let _ = write!(line, "\n  {} by {by}", state(decided));
        }
    }
    if let Some(reason) = &submission.reason {
        let _ = write!(line, ": {}", escape(reason));
    }
    line
}

/// One line of `/review`.
pub(crate) fn queue_line(submission: &Submission) -> String {
    let mut line = format!(
        "{} · {} · <@{}> **{}** · **{}** · {}",
        what(submission),
        points(submission.points),
        submission.user_id,
        escape(&submission.display_name),
        escape(&submission.season_name),
        relative(submission.submitted_at),
    );
    if submission.proof_url.is_some() {
        line.push_str(" · 📎 proof");
    }
    if submission.note.is_some() {
        line.push_str(" · 📝 note");
    }
    line
}

/// Title of `/submissions`, of the caller or of another member, whose name a row holds.
pub(crate) fn title(season: &Season, own: bool, row: Option<&Submission>) -> String {
    let season = escape(&season.name);
    match row {
        _ if own => format!("Your submissions in {season}"),
        Some(row) => format!("Submissions of {} in {season}", escape(&row.display_name)),
        None => format!("Submissions in {season}"),
    }
}

/// `/submissions` without any.
pub(crate) fn none_in(season: &Season, own: bool) -> String {
    let season = super::name(season);
    if own {
        format!("You have submitted nothing in {season}. `/submit` hands something in.")
    } else {
        format!("That member has submitted nothing in {season}.")
    }
}

/// After `/submit`.
pub(crate) fn submitted(result: &SubmissionResult) -> Reply {
    let submission = &result.submission;
    let head = format!(
        "{} in **{}**, {}",
        what(submission),
        escape(&submission.season_name),
        points(submission.points)
    );
    Reply::text(match submission.state {
        SubmissionState::Pending => format!(
            "⏳ Submitted: {head}.\nAn admin looks at it next; I will message you when they have. \
             `/submissions` shows how it stands."
        ),
        _ => format!(
            "✅ Counted: {head}.{}",
            standings::yours(result.change.as_ref())
        ),
    })
}

/// After `/submission edit`.
pub(crate) fn edited(result: &SubmissionResult) -> Reply {
    with_result("Saved.", result)
}

/// After `/submission delete`.
pub(crate) fn deleted(result: &SubmissionResult) -> Reply {
    with_result("Deleted.", result)
}

/// Before it.
pub(crate) fn delete_question(submission: &Submission) -> String {
    let loss = match submission.state {
        SubmissionState::Approved => {
            format!(
                "The {} it counts are taken back. ",
                points(submission.points)
            )
        }
        _ => String::new(),
    };
    format!(
        "**Delete this submission?**\n{} of <@{}> in **{}**, submitted {}.\n{}\n{loss}It cannot \
         be brought back.",
        what(submission),
        submission.user_id,
        escape(&submission.season_name),
        relative(submission.submitted_at),
        verdict(submission),
    )
}

fn with_result(text: &str, result: &SubmissionResult) -> Reply {
    let who = format!("<@{}> has", result.submission.user_id);
    let mut reply = review(&result.submission);
    reply.content = format!("{text}{}", standings::theirs(result.change.as_ref(), &who));
    reply
}

/// To the member, when somebody decided.
pub(crate) fn decided(
    server: &str,
    submission: &Submission,
    change: Option<&PointsChange>,
) -> Reply {
    let subject = format!(
        "{} in **{}** ({server})",
        what(submission),
        escape(&submission.season_name)
    );
    let because = match &submission.reason {
        Some(reason) => format!(": {}\n", escape(reason)),
        None => ". ".to_owned(),
    };
    let now = standings::yours(change);
    let text = match submission.state {
        SubmissionState::Pending => format!("⏳ {subject} waits for a review again."),
        SubmissionState::Approved => format!(
            "✅ {subject} was approved and counts {}.{now}",
            points(submission.points)
        ),
        SubmissionState::Rejected => format!(
            "❌ {subject} was rejected{because}Talk to an admin there if you think that is a \
             mistake, or hand it in again with `/submit`.",
        ),
        SubmissionState::Deleted => format!("🗑️ {subject} was taken back{because}{}", now.trim()),
        SubmissionState::Expired => {
            format!("⌛ {subject} no longer counts: the season ended before anybody decided.")
        }
    };
    Reply::text(text.trim_end())
}

fn what(submission: &Submission) -> String {
    format!(
        "**{}** × {}",
        escape(&submission.item_name),
        submission.quantity
    )
}

fn verdict(submission: &Submission) -> String {
    let decided = |verdict: &str| {
        let by = somebody(submission.decided_by);
        let when = submission.decided_at.map(|at| format!(" {}", relative(at)));
        format!("{verdict} by {by}{}", when.unwrap_or_default())
    };
    let verdict = match submission.state {
        SubmissionState::Pending => "Waits for a review".to_owned(),
        SubmissionState::Approved => decided("Approved"),
        SubmissionState::Rejected => decided("Rejected"),
        SubmissionState::Deleted => decided("Taken back"),
        SubmissionState::Expired => "The season ended before anybody decided".to_owned(),
    };
    format!("{} {verdict}", sign(submission.state))
}

fn sign(state: SubmissionState) -> &'static str {
    match state {
        SubmissionState::Pending => "⏳",
        SubmissionState::Approved => "✅",
        SubmissionState::Rejected => "❌",
        SubmissionState::Deleted => "🗑️",
        SubmissionState::Expired => "⌛",
    }
}

fn state(state: SubmissionState) -> &'static str {
    match state {
        SubmissionState::Pending => "waiting",
        SubmissionState::Approved => "approved",
        SubmissionState::Rejected => "rejected",
        SubmissionState::Deleted => "taken back",
        SubmissionState::Expired => "expired",
    }
}

/// How many submissions wait.
pub(super) fn waiting(number: u32) -> String {
    count(number.into(), "submission")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::show_reply;
    use serde_json::json;

    #[test]
    fn the_longest_submission_can_be_shown() {
        let stars = |count| "*".repeat(count);
        let longest = json!({
            "id": i64::MAX.to_string(), "season_id": "500", "season_name": stars(60), "user_id": i64::MAX.to_string(),
            "display_name": stars(60), "item_id": "600", "item_name": stars(60), "quantity": 10_000,
            "points_each": 1_000_000, "points": 10_000_000_000_i64, "state": "rejected",
            "proof_url": format!("https://example.com/{}.png", "(".repeat(975)), "note": stars(400),
            "submitted_by": "1", "submitted_at": "2026-12-05T12:00:00Z", "decided_by": i64::MAX.to_string(),
            "decided_at": "2026-12-06T12:00:00Z", "reason": stars(400), "updated_at": "2026-12-06T12:00:00Z",
        });
        let mut submission: Submission = serde_json::from_value(longest).unwrap();
        // Within Discord's limits, or this panics.
        show_reply(&review(&submission));
        show_reply(&decided(&stars(200), &submission, None));
        show_reply(&Reply::text(delete_question(&submission)));
        submission.state = SubmissionState::Pending;
        show_reply(&review(&submission));
    }
}
