//! Erasure, proven on the schema: a member plays through everything and is erased, and then every
//! column of every table is read for their name, their texts and their id.

mod play;

use crate::stored::Column;
use play::Play;
use std::collections::BTreeSet;

/// The id of the member who is erased: in no other number.
const ADA: i64 = 1_815_121_018_521_127;
/// In every text that she gives, or that is given about her.
const NAME: &str = "lovelace";
/// Whom she decides about as an admin.
const BEN: i64 = 2;
/// Where she opens a session herself.
const LAB: i64 = 71;

/// Tables that say nothing of any member.
const OF_NOBODY: [&str; 33] = [
    "attendance_rules",
    "attendance_settings",
    "award_syncs",
    "bot_heartbeats",
    "bot_watches",
    "browser_sign_ins",
    "guild_reports",
    "guilds",
    "iracing_revocations",
    "items",
    "job_leases",
    "league_link_changes",
    "league_rosters",
    "league_syncs",
    "number_classes",
    "prizes",
    "ranks",
    "result_attendance",
    "result_leagues",
    "result_raw",
    "result_rounds",
    "result_rules",
    "result_seasons",
    "result_sessions",
    "result_settings",
    "role_syncs",
    "season_items",
    "seasons",
    "staff_boards",
    "staff_guilds",
    "staff_settings",
    "standing_counts",
    "write_probes",
];

/// How far a job has come; named like a member's column, and gone when the job has ended.
const PROGRESS: [&str; 2] = ["award_syncs.after_user_id", "role_syncs.after_user_id"];

/// Where the bare id may remain, and why.
const ALLOWED: &[(&str, &str)] = &[
    ("attendance_records.marked_by", "a decision about another"),
    ("attendance_sessions.closed_by", "a session of the guild"),
    ("attendance_sessions.opened_by", "a session of the guild"),
    ("audit_entries.actor_id", "the log keeps who did what"),
    ("audit_entries.after_values", "the log keeps who won what"),
    ("audit_entries.before_values", "the log keeps who held what"),
    ("audit_entries.subject", "the log keeps to whom"),
    ("awards.delivered_by", "a decision about another"),
    (
        "effects.action",
        "a role to be taken, or a decision about another",
    ),
    ("effects.subject", "a role that is still to be taken"),
    ("effects.user_id", "a role that is still to be taken"),
    (
        "idempotency_keys.user_id",
        "the answer to the erasure itself, for a day",
    ),
    ("ledger_entries.actor_id", "a decision about another"),
    (
        "number_reservations.created_by",
        "a decision about the guild's numbers",
    ),
    ("results.imported_by", "a result of the guild"),
    ("submissions.decided_by", "a decision about another"),
    ("submissions.submitted_by", "a decision about another"),
];

/// Where this stands.
fn holders(columns: &[Column], what: &str) -> BTreeSet<String> {
    columns
        .iter()
        .filter(|column| {
            let mut values = column.values.iter();
            values.any(|value| value.to_lowercase().contains(what))
        })
        .map(Column::path)
        .collect()
}

/// Named as the id of a member is.
fn names_a_member(column: &Column) -> bool {
    let name = &column.name;
    let role = ["_by", "user_id", "actor_id", "member_id"];
    role.iter().any(|ending| name.ends_with(ending)) && !PROGRESS.contains(&&*column.path())
}

#[tokio::test]
async fn nothing_that_is_kept_anywhere_names_an_erased_member() {
    let mut play = Play::new().await;
    play.all().await;
    let before = play.stored.columns().await;
    let id = ADA.to_string();
    let (named, numbered) = (holders(&before, NAME), holders(&before, &id));

    // What she never got to would prove nothing.
    let tables = named.union(&numbered).map(|path| path.split('.').next());
    let reached: BTreeSet<_> = tables.flatten().collect();
    for column in &before {
        let table = column.table.as_str();
        assert!(
            reached.contains(table) || OF_NOBODY.contains(&table),
            "{table} is new: have Ada's data in it here, or say that it holds nothing of members"
        );
        assert!(
            numbered.contains(&column.path()) || !names_a_member(column),
            "{} is new: have Ada's id in it here",
            column.path()
        );
    }

    play.ada().delete_me().await.unwrap();
    let after = play.stored.columns().await;
    let nowhere = BTreeSet::new();
    assert_eq!(holders(&after, NAME), nowhere, "her name or her texts");
    let allowed: BTreeSet<_> = ALLOWED.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(holders(&after, &id), allowed, "her id");
    let whose = after
        .iter()
        .filter(|column| column.path() == "members.user_id");
    let whose: Vec<_> = whose.flat_map(|column| &column.values).collect();
    assert_eq!(whose, [&BEN.to_string()], "nobody else is erased");
}
