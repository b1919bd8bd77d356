//! Statements that one approved submission, one look at a leaderboard and one check-in cause, in their
//! order.
//!
//! Copied from the stores of `crates/api/src`; a test below fails where a store has changed since, so
//! that both sides always do the same work. Which of them run is decided in
//! `seasons/service/{submit,points,leaderboard}.rs`, `attendance/service/check_in.rs`, `operation/mod.rs`
//! and `auth/credentials.rs`.

/// `members/store.rs`: what every call begins with.
pub(crate) const STANDING: &str = "SELECT m.status, m.is_admin, m.in_guild, m.api_access_since, \
     g.admin_role_id \
     FROM (SELECT 1 AS one) AS base \
     LEFT JOIN members m ON m.guild_id = ? AND m.user_id = ? \
     LEFT JOIN guilds g ON g.guild_id = ?";

/// `operation/store.rs`
pub(crate) const FIRST_ANSWER: &str = "SELECT fingerprint, answer FROM idempotency_keys \
     WHERE guild_id = ? AND user_id = ? AND idempotency_key = ?";

/// `operation/store.rs`
pub(crate) const KEEP_ANSWER: &str = "INSERT INTO idempotency_keys \
     (guild_id, user_id, idempotency_key, fingerprint, answer, about_user_id, created_at) \
     VALUES (?, ?, ?, ?, ?, ?, ?)";

/// `seasons/store/seasons.rs`
pub(crate) const CURRENT_SEASON: &str = "SELECT season_id, guild_id, number, name, starts_at, \
     ends_at, remove_roles_at_end, participants, opened_at, closed_at, created_at, updated_at, \
     version FROM seasons WHERE guild_id = ? AND starts_at <= ? AND ends_at > ? AND closed_at IS NULL \
     ORDER BY starts_at DESC, season_id DESC LIMIT 1";

/// `seasons/store/seasons.rs`
pub(crate) const SEASON: &str = "SELECT season_id, guild_id, number, name, starts_at, ends_at, \
     remove_roles_at_end, participants, opened_at, closed_at, created_at, updated_at, version \
     FROM seasons WHERE season_id = ? AND guild_id = ?";

/// `members/store.rs`
pub(crate) const MEMBER: &str = "SELECT user_id, display_name, external_id, discord_name, status, \
     status_reason, in_guild, is_admin, api_access_since, registered_at, updated_at, version \
     FROM members WHERE guild_id = ? AND user_id = ?";

/// `guilds/store.rs`
pub(crate) const SETTINGS: &str = "SELECT league_id, number_min, number_max, admin_role_id, \
     verified_role_id, announcement_channel_id, review_channel_id, admin_channel_id, \
     attendance_channel_id, fallback_channel_id, auto_approve_submissions, version, updated_at \
     FROM guilds WHERE guild_id = ?";

/// `seasons/store/items.rs`
pub(crate) const SEASON_ITEM: &str = "SELECT s.item_id, i.name, i.description, i.submitted, \
     s.points, s.max_quantity, s.max_per_day FROM season_items s \
     JOIN items i ON i.item_id = s.item_id AND i.guild_id = s.guild_id \
     WHERE s.guild_id = ? AND s.season_id = ? AND s.item_id = ?";

/// `seasons/store/submissions.rs`
pub(crate) const SUBMIT: &str = "INSERT INTO submissions (item_id, quantity, points_each, state, \
     proof_url, note, decided_by, decided_at, reason, updated_at, submission_id, guild_id, \
     version, season_id, user_id, submitted_by, submitted_at) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// `seasons/store/standings.rs`
pub(crate) const ADD_POINTS: &str = "UPDATE standings SET points = points + ?, reached_id = ?, \
     version = version + 1 WHERE guild_id = ? AND season_id = ? AND user_id = ? AND frozen = FALSE";

/// `seasons/store/standings.rs`
pub(crate) const POINTS: &str = "SELECT season_id, user_id, points, listed, joined_at, \
     version FROM standings WHERE guild_id = ? AND season_id = ? AND user_id = ?";

/// `seasons/store/ledger.rs`
pub(crate) const LEDGER: &str = "INSERT INTO ledger_entries (entry_id, guild_id, season_id, \
     user_id, kind, points, submission_id, actor_id, reason, created_at) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// `seasons/store/counts.rs`
pub(crate) const MOVE_COUNT: &str = "UPDATE standing_counts SET members = members \
     + CASE WHEN bucket = ? THEN 1 ELSE -1 END \
     WHERE guild_id = ? AND season_id = ? AND level = ? AND bucket IN (?, ?)";

/// `seasons/store/counts.rs`
pub(crate) const NEW_COUNT: &str = "INSERT INTO standing_counts (guild_id, season_id, level, bucket, \
     members) VALUES (?, ?, ?, ?, ?)";

/// `seasons/store/ranks.rs`
pub(crate) const LADDER: &str = "SELECT rank_id, position, name, threshold, badge FROM ranks \
     WHERE guild_id = ? AND season_id = ?";

/// `audit/store.rs`
pub(crate) const AUDIT: &str = "INSERT INTO audit_entries (entry_id, guild_id, at, actor_id, via, \
     action, subject, before_values, after_values, request_id) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// `seasons/store/standings.rs`
pub(crate) const FIRST_PAGE: &str = "SELECT s.user_id, m.display_name, s.points, s.reached_id \
     FROM standings s JOIN members m ON m.guild_id = s.guild_id AND m.user_id = s.user_id \
     WHERE s.guild_id = ? AND s.season_id = ? AND s.listed = TRUE \
     ORDER BY s.points DESC, s.reached_id LIMIT ?";

/// `seasons/store/counts.rs`
pub(crate) const ABOVE: &str = "SELECT CAST(COALESCE(SUM(members), 0) AS SIGNED) FROM ( \
     SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 0 AND bucket > ? AND bucket <= ? \
     UNION ALL SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 1 AND bucket > ? AND bucket <= ? \
     UNION ALL SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 2 AND bucket > ? AND bucket <= ? \
     UNION ALL SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 3 AND bucket > ? AND bucket <= ? \
     UNION ALL SELECT members FROM standing_counts \
         WHERE guild_id = ? AND season_id = ? AND level = 4 AND bucket > ? AND bucket <= ?) AS higher";

/// `attendance/store/sessions.rs`
pub(crate) const OPEN_SESSION: &str = "SELECT s.session_id, s.guild_id, s.title, s.channel_id, \
     s.display_channel_id, s.role_id, s.voice_channel_id, s.secret, s.code_length, \
     s.interval_seconds, s.interval_from, s.former_seconds, s.former_from, s.grace_seconds, \
     s.late_after_minutes, s.opened_by, s.opened_at, s.closes_at, s.closed_at, s.closed_by, \
     s.display_message_id, s.version FROM attendance_sessions s \
     WHERE s.guild_id = ? AND s.open_channel_id = ?";

/// `attendance/store/guesses.rs`
pub(crate) const GUESSES: &str = "SELECT wrong FROM attendance_guesses \
     WHERE session_id = ? AND guild_id = ? AND user_id = ? AND minute = ?";

/// `attendance/store/records.rs`
pub(crate) const CHECK_IN_ON_MARIADB: &str = "INSERT INTO attendance_records (session_id, user_id, \
     guild_id, username, status, marked_by, note, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) \
     ON DUPLICATE KEY UPDATE \
     username = IF(VALUES(at) >= at, COALESCE(VALUES(username), username), username), \
     status = IF(VALUES(at) >= at, VALUES(status), status), \
     marked_by = IF(VALUES(at) >= at, VALUES(marked_by), marked_by), \
     note = IF(VALUES(at) >= at, VALUES(note), note), \
     at = GREATEST(at, VALUES(at))";

/// `attendance/store/records.rs`
pub(crate) const CHECK_IN_ON_SQLITE: &str = "INSERT INTO attendance_records (session_id, user_id, \
     guild_id, username, status, marked_by, note, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) \
     ON CONFLICT (session_id, user_id) \
     DO UPDATE SET username = COALESCE(excluded.username, username), \
     status = excluded.status, marked_by = excluded.marked_by, note = excluded.note, \
     at = excluded.at WHERE excluded.at >= attendance_records.at";

/// Levels of the counts, and bits of each: `seasons/model/places.rs`.
pub(crate) const LEVELS: i64 = 5;
pub(crate) const DIGIT: i64 = 6;

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    const ALL: [&str; 22] = [
        STANDING,
        FIRST_ANSWER,
        KEEP_ANSWER,
        CURRENT_SEASON,
        SEASON,
        MEMBER,
        SETTINGS,
        SEASON_ITEM,
        SUBMIT,
        ADD_POINTS,
        POINTS,
        LEDGER,
        MOVE_COUNT,
        NEW_COUNT,
        LADDER,
        AUDIT,
        FIRST_PAGE,
        ABOVE,
        OPEN_SESSION,
        GUESSES,
        CHECK_IN_ON_MARIADB,
        CHECK_IN_ON_SQLITE,
    ];

    fn without_gaps(text: &str) -> String {
        let text = text.split_whitespace().filter(|word| *word != "\\");
        text.collect::<Vec<_>>().join(" ")
    }

    fn read(path: &Path, into: &mut String) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                read(&entry.unwrap().path(), into);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }

    #[test]
    fn paddock_still_says_the_same() {
        let api = Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/src");
        let mut sources = String::new();
        read(&api, &mut sources);
        let sources = without_gaps(&sources);
        for statement in ALL {
            // Some are put together from what they select and from where.
            for part in without_gaps(statement).split(" WHERE ") {
                assert!(sources.contains(part), "the API has no more `{part}`");
            }
        }
        let levels = format!("LEVELS: u8 = {LEVELS};");
        let digit = format!("DIGIT: u8 = {DIGIT};");
        assert!(sources.contains(&levels) && sources.contains(&digit));
    }
}
